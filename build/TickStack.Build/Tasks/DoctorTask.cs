using TickStack.Build.Processes;
using TickStack.Build.Settings;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

/// <summary>Whether everything that a deploy needs is at hand: each thing on its own line, and a remedy for each that is not.</summary>
[TaskName("Doctor")]
[TaskDescription("Checks tools, credentials, settings and capacity, with a remedy for each failure")]
public sealed class DoctorTask : EnvironmentTask
{
    private static readonly Version OldestTerraform = new(1, 11);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(BuildContext context)
    {
        context.Steps.Note($"✓ settings: environment {context.Settings.Environment}, region {context.Settings.Region}");
        var terraform = await IsFineAsync(context, "terraform", () => TerraformAsync(context));
        var cloud = await IsFineAsync(context, "cloud", () => CloudAsync(context));

        // What the cloud would be asked says nothing while it cannot be reached.
        var rest = !cloud || await IsFineInCloudAsync(context);
        if (!terraform || !cloud || !rest)
        {
            context.Outcome.Conclude(ExitCode.Unavailable);
        }
    }

    private static async Task<bool> IsFineInCloudAsync(BuildContext context)
    {
        var docker = await IsFineAsync(context, "docker", () => DockerAsync(context));
        var bucket = await IsFineAsync(context, "state bucket", () => BucketAsync(context));

        // The data volume's zone stands in the state.
        return bucket && await IsFineAsync(context, "instance type", () => CapacityAsync(context)) && docker;
    }

    private static async Task<bool> IsFineAsync(BuildContext context, string name, Func<Task<string>> check)
    {
        try
        {
            context.Steps.Note($"✓ {name}: {await check()}");
            return true;
        }
        catch (Exception exception) when (FileTrouble.Explain(exception) is FailureException failure)
        {
            foreach (var problem in failure.Problems)
            {
                context.Steps.Note($"✗ {name}: {problem}");
            }

            return false;
        }
    }

    private static async Task<string> TerraformAsync(BuildContext context)
    {
        var result = await context.Commands.RunAsync(new Command("terraform", "version", "-json") { Timeout = Bound }, context.Cancellation);
        if (!result.Succeeded)
        {
            throw new FailureException(
                $"terraform does not run: {result.LastLine}", "install Terraform 1.11 or newer: https://developer.hashicorp.com/terraform/install");
        }

        var version = TerraformJson.Read<JsonElement>("terraform version -json", result.Output).Text("terraform_version") ?? "of no known version";
        return Version.TryParse(version.Split('-')[0], out var number) && number >= OldestTerraform
            ? version
            : throw new FailureException($"terraform is {version}", "install 1.11 or newer: secrets that enter no state need it");
    }

    private static async Task<string> CloudAsync(BuildContext context)
    {
        await context.OpenCloudAsync();
        return context.Settings.Cloud == CloudKind.Sandbox ? "the sandbox is up" : $"the credentials are of account {context.Settings.Account}";
    }

    private static async Task<string> DockerAsync(BuildContext context)
    {
        var result = await context.Commands.RunAsync(
            new Command("docker", "version", "--format", "{{.Server.Version}}") { Timeout = Bound }, context.Cancellation);
        return result.Succeeded
            ? $"engine {result.Output.Trim()}"
            : throw new FailureException($"no Docker engine answers: {result.LastLine}", "start Docker, or let DOCKER_HOST name an engine that runs");
    }

    private static async Task<string> BucketAsync(BuildContext context) => await context.StateBucket.ExistsAsync()
        ? context.Settings.StateBucket
        : throw new FailureException($"the state bucket {context.Settings.StateBucket} does not exist", "make it once: --target=Bootstrap-State");

    private static async Task<string> CapacityAsync(BuildContext context)
    {
        await context.Capacity.RequireAsync(context.Cancellation);
        return $"{context.Settings.Infrastructure.InstanceType} carries both services";
    }
}
