using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Tools;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>
/// Runs a part as a container where its program is not installed. The docker command stays in the foreground and hands signals on, so the part is
/// watched and ended like any other process; it shares the machine's network and the sandbox's folder, under the same path.
/// </summary>
public sealed class EngineContainer(string part, SandboxFolder folder, ICommands commands, IStepReport report, TimeProvider time)
{
    private readonly string _name = $"tickstack-{part}-{Fingerprint.OfText(folder.Path)[..12]}";

    /// <summary>Removes what a killed command left behind, and fetches the image when it is missing. Null when all is well.</summary>
    public async Task<Problem?> PrepareAsync(Engine engine, string image, CancellationToken cancellationToken)
    {
        await commands.RunAsync(engine.Docker("rm", "--force", _name), cancellationToken);
        if ((await commands.RunAsync(engine.Docker("image", "inspect", image), cancellationToken)).Succeeded)
        {
            return null;
        }

        var pull = engine.Docker("pull", "--quiet", image) with { Log = folder.Log("pull") };
        var result = await report.RunAsync(time, $"Pulling {image}", () => commands.RunAsync(pull, cancellationToken));
        return result.Succeeded ? null : new Problem($"{image} cannot be pulled: {result.LastLine}", $"see {pull.Log}");
    }

    /// <param name="engine">That runs the container.</param>
    /// <param name="image">Image reference.</param>
    /// <param name="arguments">What follows the image.</param>
    /// <param name="variables">Handed on by name from the docker command's own environment, so that no value stands in a command line.</param>
    /// <param name="options">Further ones of "docker run".</param>
    public Command Run(
        Engine engine, string image, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> variables, params IEnumerable<string> options)
    {
        var run = engine.Docker([
            "run", "--rm", "--init", "--name", _name, "--network", "host", "--volume", $"{folder.Path}:{folder.Path}",
            .. variables.Keys.SelectMany(name => new[] { "--env", name }), .. options, image, .. arguments]);
        return run with { Variables = run.Variables.Concat(variables).ToDictionary() };
    }
}
