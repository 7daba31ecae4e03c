using TickStack.Build.Artifacts;
using TickStack.Build.Images;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Stack;

namespace TickStack.Build.Sandbox;

/// <summary>Sees to it that the four images have something to be built on.</summary>
public sealed class BaseImages(
    string repositoryRoot, SandboxFolder folder, SandboxAssets assets, StackSettings settings,
    BaseImageProbe probe, ICommands commands, IStepReport report, TimeProvider time)
{
    private const string File = "bases.json";

    private readonly ArtifactStore store = new(folder.Path);

    /// <summary>The stand-ins that take the place of official images, with those images' references.</summary>
    public async Task<IReadOnlyList<(StandIn StandIn, string Official)>> EnsureAsync(Engine engine, CancellationToken cancellationToken)
    {
        var known = store.Find<Dictionary<string, BaseImageChoice>>(File) ?? [];
        var replaced = new List<(StandIn, string)>();
        foreach (var (component, official) in Official())
        {
            var choice = await ChooseAsync(engine, component, official, known.GetValueOrDefault(component.Name), cancellationToken);
            known[component.Name] = choice;
            store.Write(File, known);
            if (choice.Replaced)
            {
                replaced.Add((StandIn.For(component), official));
            }
        }

        return replaced;
    }

    /// <summary>The next set-up looks again whether Docker Hub can be reached.</summary>
    public void Forget() => store.Delete(File);

    private async Task<BaseImageChoice> ChooseAsync(
        Engine engine, Component component, string official, BaseImageChoice? known, CancellationToken cancellationToken)
    {
        var kept = known?.Official == official ? known : null;
        if (kept is { Replaced: false } || await probe.IsInEngineAsync(engine, official, cancellationToken)
            || (kept is null && await CanBeReachedAsync(engine, official, cancellationToken)))
        {
            return new BaseImageChoice(official, Replaced: false, "");
        }

        var fingerprint = Fingerprint.OfFolder(assets.Bases);
        var standIn = StandIn.For(component);
        if (kept?.StandInFingerprint != fingerprint || !await probe.IsInEngineAsync(engine, standIn.Tag, cancellationToken))
        {
            await BuildAsync(engine, standIn, official, cancellationToken);
        }

        return new BaseImageChoice(official, Replaced: true, fingerprint);
    }

    private Task<bool> CanBeReachedAsync(Engine engine, string official, CancellationToken cancellationToken) =>
        report.RunAsync(time, $"Looking for {official}", () => probe.CanBeReachedAsync(engine, official, cancellationToken));

    private async Task BuildAsync(Engine engine, StandIn standIn, string official, CancellationToken cancellationToken)
    {
        var build = new Command("/bin/sh", Path.Combine(assets.Bases, "build.sh"), standIn.Component.Name, standIn.Tag)
        {
            Variables = engine.Variables,
            Log = folder.Log($"base-{standIn.Component}"),
        };
        var result = await report.RunAsync(
            time, $"Docker Hub cannot be reached: building a STAND-IN for {official}", () => commands.RunAsync(build.Fetching(), cancellationToken));
        if (!result.Succeeded)
        {
            throw new FailureException(
                $"the stand-in for {official} could not be built: {result.LastLine}",
                $"see {build.Log}; or let Docker reach Docker Hub, or pull {official} beforehand, "
                    + "or name a mirror under images.baseImages in the environment's file",
                ExitCode.Unavailable);
        }
    }

    private IEnumerable<(Component Component, string Reference)> Official() => Component.All.Select(component => (component, OfficialOf(component)));

    private string OfficialOf(Component component) =>
        settings.Images.BaseImages.GetValueOrDefault(component.Name) ?? BuildContextFolder.Of(repositoryRoot, component).ReadBaseImage().Reference;
}

/// <summary>What was found out about one base image; kept in bases.json, since changing it would change the content of an image.</summary>
/// <param name="Official">Reference in the Dockerfile or in the settings.</param>
/// <param name="Replaced">Whether a stand-in takes its place.</param>
/// <param name="StandInFingerprint">Of the files that the stand-in was built by; empty when it was not.</param>
public sealed record BaseImageChoice(string Official, bool Replaced, string StandInFingerprint);

/// <summary>Can the engine get a base image?</summary>
public sealed partial class BaseImageProbe(ICommands commands)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public async Task<bool> IsInEngineAsync(Engine engine, string image, CancellationToken cancellationToken) =>
        (await commands.RunAsync(engine.Docker("image", "inspect", "--format", "{{.Id}}", image), cancellationToken)).Output
            .StartsWith("sha256:", StringComparison.Ordinal);

    public async Task<bool> CanBeReachedAsync(Engine engine, string image, CancellationToken cancellationToken) =>
        !IsOutOfReach(await commands.RunAsync(engine.Docker("manifest", "inspect", image) with { Timeout = Bound }, cancellationToken));

    /// <summary>Only what the network says counts. A registry that answers, if only to refuse (no such manifest, too many requests), is in reach: the build
    /// shows its message, and a mistyped version is not papered over by a stand-in.</summary>
    public static bool IsOutOfReach(CommandResult result) =>
        result.ExitCode == CommandResult.TimedOut || (!result.Succeeded && NetworkFailure().IsMatch(result.Error));

    [GeneratedRegex(
        "no such host|connection refused|connection reset|network is unreachable|no route to host|i/o timeout|deadline exceeded|Client.Timeout|TLS handshake|"
        + "server misbehaving|temporary failure in name resolution|proxyconnect|x509:|: EOF",
        RegexOptions.IgnoreCase)]
    private static partial Regex NetworkFailure();
}

/// <summary>A base image built on this machine where Docker Hub cannot be reached. Its name says so wherever it appears.</summary>
/// <param name="Content">What is really in it, for the summary.</param>
public sealed record StandIn(Component Component, string Tag, string Content)
{
    private const string Repository = "tickstack-stand-in";

    public static StandIn For(Component component) => component == Component.InfluxDb
        ? new StandIn(component, $"{Repository}/influxdb:1.6.7-stand-in", "InfluxDB 1.6.7 of Debian")
        : new StandIn(component, $"{Repository}/{component}:stand-in", "a shell that answers pings");

    public string Note(string officialBase) => $"{Content} stands in for {officialBase}: Docker Hub cannot be reached";
}
