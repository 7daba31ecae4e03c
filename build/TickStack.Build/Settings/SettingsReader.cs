using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Settings;

/// <summary>Makes the settings of a run: the environment's file, over it environment variables, over them options.</summary>
public sealed class SettingsReader(EnvironmentFiles files)
{
    /// <param name="line">The options; checked already.</param>
    /// <param name="variables">The process's environment variables.</param>
    /// <exception cref="FailureException">With everything that is wrong in the file and in the variables.</exception>
    public StackSettings Read(CommandLine line, IReadOnlyDictionary<string, string> variables)
    {
        var problems = new ProblemLog();
        var overrides = new SettingOverrides(line, variables, problems);
        var environment = overrides.Value(KnownOptions.Environment) ?? EnvironmentFiles.Default;
        var timeout = overrides.Value(KnownOptions.RolloutTimeout);

        var document = DocumentReader.Read(EnvironmentFiles.PathOf(environment), files.Read(environment), problems);
        var settings = EnvironmentDocument.Read(environment, document);
        problems.ThrowIfAny();
        return timeout is null ? settings : settings with { Rollout = settings.Rollout with { Timeout = DurationText.Parse(timeout)!.Value } };
    }
}
