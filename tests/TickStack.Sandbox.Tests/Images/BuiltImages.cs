using System.Runtime.CompilerServices;
using TickStack.Build.Stack;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.Images;

/// <summary>The four images, built once on stand-in bases for all tests that run them.</summary>
public sealed class BuiltImages(SandboxEngine engine) : IAsyncLifetime
{
    private readonly string prefix = $"tickstack-test-{Guid.NewGuid():N}";

    public Docker Docker { get; private set; } = null!;

    public static string BaseScript { get; } = Path.Combine(RepositoryRoot(), "build/TickStack.Build/Sandbox/bases/build.sh");

    public string Image(string component) => $"{prefix}/{component}:test";

    public string Base(string component) => $"{prefix}/{component}:stand-in";

    public async ValueTask InitializeAsync()
    {
        Docker = new Docker(await engine.OpenAsync(TestContext.Current.CancellationToken));
        foreach (var component in Component.All.Select(component => component.Name))
        {
            var standIn = await Docker.ProgramAsync("/bin/sh", new Dictionary<string, string?>(), BaseScript, component, Base(component));
            standIn.ExitCode.ShouldBe(0, standIn.Error);
            await BuildAsync(component);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var component in Component.All.Select(component => component.Name))
        {
            await Docker.TryAsync("image", "rm", "--force", Image(component), Base(component));
        }
    }

    private Task<string> BuildAsync(string component) => Docker.RunAsync(
        "build", "--quiet", "--tag", Image(component),
        "--build-arg", $"BASE_IMAGE={Base(component)}",
        "--build-arg", "ENVIRONMENT=test",
        "--build-arg", "BACKUP_BUCKET=backups-of-test",
        "--build-arg", "LOGS_BUCKET=logs-of-test",
        "--build-arg", "REVISION=0123abc",
        Path.Combine(RepositoryRoot(), "images", component));

    private static string RepositoryRoot([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));
}
