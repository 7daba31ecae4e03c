using System.Text.Json;
using TickStack.Sandbox.Tests.EndToEnd;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>Both roots, applied once by the host in a tree of its own. No image is built, so there is nothing to deploy.</summary>
public sealed class AppliedCluster(SandboxEngine engine) : IAsyncLifetime
{
    public const string Name = "tick-sandbox";

    public StackTree Tree { get; } = new();

    /// <summary>What "terraform show -json" said of the state after the apply.</summary>
    public JsonElement State { get; private set; }

    /// <summary>On what the host has applied.</summary>
    internal TerraformFolder Terraform { get; } = new("cluster");

    public IEnumerable<JsonElement> ResourcesOf(string type) => State.GetProperty("values").GetProperty("root_module").GetProperty("resources").EnumerateArray()
        .Where(resource => resource.GetProperty("type").GetString() == type && resource.GetProperty("mode").GetString() == "managed")
        .Select(resource => resource.GetProperty("values"));

    public async ValueTask InitializeAsync()
    {
        // The tests' common engine: the tree's own would be the machine's, and end with this fixture.
        await engine.OpenAsync(TestContext.Current.CancellationToken);
        (await Tree.RunAsync("--target=Apply-Registry", "--target=Apply-Infrastructure")).ShouldEndWith(0);
        ConfigureTerraform();
        State = JsonElement.Parse(await Terraform.ShouldSucceedAsync("show", "-json"));
    }

    public ValueTask DisposeAsync()
    {
        Terraform.Dispose();
        Tree.Dispose();
        return ValueTask.CompletedTask;
    }

    private void ConfigureTerraform() => Terraform
        .With("TF_DATA_DIR", Tree.PathOf("artifacts/sandbox/terraform/cluster/.terraform"))
        .With("AWS_ENDPOINT_URL", Tree.EmulatorUrl)
        .With("AWS_ACCESS_KEY_ID", "test").With("AWS_SECRET_ACCESS_KEY", "test").With("AWS_SESSION_TOKEN", null).With("AWS_PROFILE", null)
        .With("AWS_REGION", "eu-west-1");
}
