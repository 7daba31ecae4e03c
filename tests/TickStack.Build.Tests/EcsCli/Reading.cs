using TickStack.EcsCli;
using TickStack.EcsCli.Compose;
using TickStack.EcsCli.Format;
using TickStack.EcsCli.Params;
using TickStack.EcsCli.Translation;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli;

/// <summary>The readers and the translator on texts, with file names c.yml and p.yml.</summary>
internal static class Reading
{
    public static ComposeFile Compose(string text, ReadingContext? context = null) => Both(text, null, context).Compose;

    /// <summary>The one service of a file of version 3, or of another one.</summary>
    public static ComposeService Service(string keys, string version = "3", ReadingContext? context = null) =>
        Compose(File(keys, version), context).Services.ShouldHaveSingleItem();

    public static EcsParams Params(string text, string services = "web: {image: a}") => Both($"version: \"3\"\nservices: {{{services}}}\n", text).EcsParams;

    public static (ComposeFile Compose, EcsParams EcsParams) Both(string compose, string? ecsParams, ReadingContext? context = null) => ManifestReader.Read(
        new ManifestSource("c.yml", compose),
        ecsParams is null ? null : new ManifestSource("p.yml", ecsParams),
        context ?? new ReadingContext());

    public static TranslatedService Translate(string compose, string? ecsParams = null, string? launchType = null, IDiscoveryLookup? discovery = null)
    {
        var (composeFile, paramsFile) = Both(compose, ecsParams);
        return TaskDefinitionTranslator.Translate(
            composeFile, paramsFile, new TranslationOptions { ProjectName = "web", LaunchType = launchType, Discovery = discovery });
    }

    /// <summary>"file:line:column: message" of every problem.</summary>
    public static IReadOnlyList<string> Problems(Action read) =>
        [.. Should.Throw<FailureException>(read).Problems.Select(problem => $"{problem.Location}: {problem.Message}")];

    public static string File(string keys, string version = "3") => $"version: \"{version}\"\nservices:\n  web:\n    image: a\n    {keys}\n";
}
