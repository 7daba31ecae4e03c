using System.Text.Json;
using TickStack.Sandbox.Tests.Emulator;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>terraform/cluster, applied once to an emulator of its own, with its state in a bucket there.</summary>
public sealed class AppliedCluster : IAsyncLifetime
{
    public const string Name = "life";

    /// <summary>The region that the emulator's own calls in these tests are signed for.</summary>
    public const string Region = "us-east-1";

    private const string Bucket = "life-state";

    internal EmulatorProcess Emulator { get; private set; } = null!;

    internal EbsCalls Ebs => new(Emulator);

    internal TerraformFolder Terraform { get; } = new("cluster");

    /// <summary>What "terraform show -json" said of the state after the apply.</summary>
    public JsonElement State { get; private set; }

    public IEnumerable<JsonElement> ResourcesOf(string type) => State.GetProperty("values").GetProperty("root_module").GetProperty("resources").EnumerateArray()
        .Where(resource => resource.GetProperty("type").GetString() == type && resource.GetProperty("mode").GetString() == "managed")
        .Select(resource => resource.GetProperty("values"));

    public async ValueTask InitializeAsync()
    {
        Emulator = await EmulatorProcess.StartAsync();
        using var client = new HttpClient();
        using var made = await client.PutAsync(new Uri(Emulator.Address, Bucket), null);
        made.EnsureSuccessStatusCode();
        ConfigureTerraform();
        await Terraform.ShouldSucceedAsync(
            "init", "-input=false", "-lockfile=readonly", $"-backend-config=bucket={Bucket}", "-backend-config=key=cluster.tfstate", $"-backend-config=region={Region}");
        await Terraform.ShouldSucceedAsync("apply", "-input=false", "-auto-approve");
        State = JsonElement.Parse(await Terraform.ShouldSucceedAsync("show", "-json"));
    }

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Terraform.Dispose();
    }

    private void ConfigureTerraform() => Terraform
        .With("AWS_ENDPOINT_URL", Emulator.Address.AbsoluteUri)
        .With("AWS_ACCESS_KEY_ID", "test").With("AWS_SECRET_ACCESS_KEY", "test").With("AWS_SESSION_TOKEN", null).With("AWS_PROFILE", null)
        .With("AWS_REGION", Region)
        .With("TF_VAR_name", Name).With("TF_VAR_region", Region).With("TF_VAR_account_id", "123456789012")
        .With("TF_VAR_public_domain", "life.example.com")
        .With("TF_VAR_backup_bucket", "life-backups").With("TF_VAR_logs_bucket", "life-logs");
}
