using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;

namespace TickStack.Build.Tasks;

/// <summary>Before what cannot be taken back, someone names the environment: at the terminal, or with --confirm where there is none.</summary>
public sealed class Confirmation(IPrompt prompt, CommandLine line, StackSettings settings, IStepReport steps)
{
    public static KnownOption Option { get; } = new(
        "confirm",
        OptionValue.Any("NAME", "the name of the environment"),
        "Name of the environment, in place of the question at the terminal");

    private string? Given => line.Value(Option);

    /// <summary>An answer on the command line is looked at before any work: call it first.</summary>
    /// <exception cref="FailureException">--confirm names another environment than this run's.</exception>
    public void Check()
    {
        if (Given is { } name && name != settings.Environment)
        {
            throw new FailureException(
                $"--confirm={name} is not the environment that this run works on: that is '{settings.Environment}'. Nothing was changed.",
                $"Write --confirm={settings.Environment} if that is what you mean, or choose another --environment.",
                ExitCode.InvalidInput);
        }
    }

    /// <summary>Says what will be done, and returns once it is confirmed.</summary>
    /// <param name="what">A line each.</param>
    /// <exception cref="FailureException">It is not.</exception>
    public async Task RequireAsync(IEnumerable<string> what, CancellationToken cancellationToken)
    {
        Check();
        foreach (var line in what)
        {
            steps.Note(line);
        }

        if (Given is not null)
        {
            return;
        }

        var answer = await prompt.AskAsync($"Type the environment's name, {settings.Environment}, to go on: ", cancellationToken)
            ?? throw new FailureException("This has to be confirmed, and there is no terminal to ask at. Nothing was changed.",
                $"Run it again with --confirm={settings.Environment}.", ExitCode.InvalidInput);
        if (answer.Trim() != settings.Environment)
        {
            throw new FailureException($"'{answer.Trim()}' is not '{settings.Environment}': not confirmed. Nothing was changed.",
                "Run it again to be asked again.", ExitCode.InvalidInput);
        }
    }
}
