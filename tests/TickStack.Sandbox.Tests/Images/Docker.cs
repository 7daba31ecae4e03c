using TickStack.Build.Processes;
using TickStack.Build.Sandbox;

namespace TickStack.Sandbox.Tests.Images;

/// <summary>The docker command on one engine.</summary>
public sealed class Docker
{
    private static readonly MachineCommands Commands = new(new ChildProcesses());

    private readonly Engine engine;

    public Docker(Engine engine) => this.engine = engine;

    /// <summary>Output of a command that must succeed, without the line's end.</summary>
    public async Task<string> RunAsync(params IReadOnlyList<string> arguments)
    {
        var result = await TryAsync(arguments);
        return result.Succeeded ? result.Output.TrimEnd() : throw new InvalidOperationException($"docker {string.Join(' ', arguments)}: {result.Error}");
    }

    public Task<CommandResult> TryAsync(params IReadOnlyList<string> arguments) =>
        Commands.RunAsync(WithClassicBuilder(engine.Docker(arguments)), Cancellation);

    /// <summary>Runs another program that calls docker.</summary>
    public Task<CommandResult> ProgramAsync(string program, IReadOnlyDictionary<string, string?> variables, params IReadOnlyList<string> arguments) =>
        Commands.RunAsync(
            new Command(program, arguments) { Variables = Overlay(engine.Variables, variables) },
            Cancellation);

    private static Dictionary<string, string?> Overlay(IReadOnlyDictionary<string, string?> below, IReadOnlyDictionary<string, string?> above) =>
        below.Where(pair => !above.ContainsKey(pair.Key)).Concat(above).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Present everywhere; buildx is a plugin.
    private static Command WithClassicBuilder(Command command) =>
        command with { Variables = new Dictionary<string, string?>(command.Variables) { ["DOCKER_BUILDKIT"] = "0" } };
}
