using System.Net;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Commands;

namespace TickStack.Build.Sandbox;

/// <summary>The OCI registry that takes the layers, which the emulated ECR does not.</summary>
public sealed class Registry(
    SandboxFolder folder, Programs programs, DebianPackages packages, BackgroundProcess process, EngineContainer container, IStepReport report, TimeProvider time)
{
    private const string Image = "registry:2";
    private const string Program = "docker-registry";

    public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => process.IsRunningAsync(cancellationToken);

    public async Task EnsureAsync(Engine engine, RegistryConfiguration configuration, CancellationToken cancellationToken)
    {
        var yaml = configuration.ToYaml();
        if (await process.IsRunningAsync(yaml, cancellationToken) && await AnswersAsync(configuration.Ports, cancellationToken))
        {
            return;
        }

        var file = folder.File("registry.yml");
        await File.WriteAllTextAsync(file, yaml, cancellationToken);
        var command = await CommandAsync(engine, file, cancellationToken);
        await report.RunAsync(time, "Starting the image registry", () => process.StartAsync(
            command, fingerprint: yaml, token => AnswersAsync(configuration.Ports, token), patience: TimeSpan.FromMinutes(1), cancellationToken));
    }

    public Task<bool> EndAsync(CancellationToken cancellationToken) => process.EndAsync(cancellationToken);

    // Without credentials the registry's answer to a client is a challenge.
    private static Task<bool> AnswersAsync(SandboxPorts ports, CancellationToken cancellationToken) =>
        HttpProbe.AnswersAsync($"http://{ports.RegistryHost}/v2/", HttpStatusCode.Unauthorized, cancellationToken);

    private async Task<Command> CommandAsync(Engine engine, string file, CancellationToken cancellationToken)
    {
        var noPackage = programs.Find(Program) is null ? await InstallAsync(cancellationToken) : null;
        if (programs.Find(Program) is { } program)
        {
            return new Command(program, "serve", file);
        }

        var noContainer = await container.PrepareAsync(engine, Image, cancellationToken);
        return noContainer is null
            ? container.Run(engine, Image, ["serve", file], new Dictionary<string, string?>())
            : throw new FailureException([.. new[] { noPackage, noContainer }.OfType<Problem>()], ExitCode.Unavailable);
    }

    private async Task<Problem?> InstallAsync(CancellationToken cancellationToken) =>
        packages.AreInstallable
            ? await packages.InstallAsync([Program], cancellationToken)
            : new Problem($"{Program} is not on PATH", $"install it (on Debian and Ubuntu: apt-get install {Program}), or let Docker reach Docker Hub for {Image}");
}
