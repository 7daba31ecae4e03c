using System.Text.Json;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tools;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>Sees to it that the four images have something to be built on.</summary>
public sealed class BaseImages(
    string repositoryRoot, SandboxFolder folder, SandboxAssets assets, StackSettings settings,
    BaseImageProbe probe, ICommands commands, IStepReport report, TimeProvider time)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private string File => folder.File("bases.json");

    /// <summary>The stand-ins that take the place of official images, with those images' references.</summary>
    public async Task<IReadOnlyList<(StandIn StandIn, string Official)>> EnsureAsync(Engine engine, CancellationToken cancellationToken)
    {
        var known = Read();
        var replaced = new List<(StandIn, string)>();
        foreach (var (component, official) in Official())
        {
            var choice = await ChooseAsync(engine, component, official, known.GetValueOrDefault(component.Name), cancellationToken);
            known[component.Name] = choice;
            await System.IO.File.WriteAllTextAsync(File, JsonSerializer.Serialize(known, Indented), cancellationToken);
            if (choice.Replaced)
            {
                replaced.Add((StandIn.For(component), official));
            }
        }

        return replaced;
    }

    /// <summary>The next set-up looks again whether Docker Hub can be reached.</summary>
    public void Forget() => System.IO.File.Delete(File);

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
            time, $"Docker Hub cannot be reached: building a STAND-IN for {official}", () => commands.RunAsync(build, cancellationToken));
        if (!result.Succeeded)
        {
            throw new FailureException(
                $"the stand-in for {official} could not be built: {result.LastLine}",
                $"see {build.Log}; or let Docker reach Docker Hub, or pull {official} beforehand, or name a mirror under images.baseImages in the environment's file",
                ExitCode.Unavailable);
        }
    }

    private IEnumerable<(Component Component, string Reference)> Official() =>
        Component.All.Select(component => (component, settings.Images.BaseImages.GetValueOrDefault(component.Name) ?? InDockerfile(component)));

    private string InDockerfile(Component component)
    {
        var file = Path.Combine(repositoryRoot, "images", component.Name, "Dockerfile");
        return Dockerfile.BaseImage(System.IO.File.ReadAllText(file))
            ?? throw new FailureException($"{file} names no base image", "it needs a line ARG BASE_IMAGE=NAME:VERSION", ExitCode.InvalidInput);
    }

    private Dictionary<string, BaseImageChoice> Read()
    {
        try
        {
            return System.IO.File.Exists(File) ? JsonSerializer.Deserialize<Dictionary<string, BaseImageChoice>>(System.IO.File.ReadAllText(File)) ?? [] : [];
        }
        catch (JsonException)
        {
            // Half-written by a killed run: look again.
            return [];
        }
    }
}
