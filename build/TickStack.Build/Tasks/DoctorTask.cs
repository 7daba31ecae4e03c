using System.Text.Json.Nodes;
using Cake.Frosting;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

[TaskName("Doctor")]
[TaskDescription("Checks tools, credentials, settings and capacity, with a remedy for each failure")]
public sealed class DoctorTask : EnvironmentTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Doctor.RunAsync(context.Cancellation);
}

/// <summary>Whether everything that a deploy needs is at hand: each thing on its own line, and a remedy for each that is not.</summary>
/// <remarks>Clients of AWS take their endpoints when they are made: those of the checks that need the cloud, only once it is open.</remarks>
public sealed class EnvironmentChecks(ICommands commands, CloudConnection cloud, Func<StateBucket> bucket, Func<CapacityRequirement> capacity, StackSettings settings, RunOutcome outcome, IStepReport steps)
{
    private static readonly Version OldestTerraform = new(1, 11);
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var opened = false;
        steps.Note($"✓ settings: environment {settings.Environment}, region {settings.Region}");
        var failed = await CheckAsync("terraform", () => TerraformAsync(cancellationToken))
            + await CheckAsync("cloud", async () =>
            {
                await cloud.OpenAsync(cancellationToken);
                opened = true;
                return settings.Cloud == CloudKind.Sandbox ? "the sandbox is up" : $"the credentials are of account {settings.Account}";
            });

        // What the cloud would be asked says nothing while it cannot be reached.
        failed += opened ? await InCloudAsync(cancellationToken) : 0;
        if (failed > 0)
        {
            outcome.Conclude(ExitCode.Unavailable);
        }
    }

    private async Task<int> InCloudAsync(CancellationToken cancellationToken)
    {
        var docker = await CheckAsync("docker", () => DockerAsync(cancellationToken));
        var bucketFailed = await CheckAsync("state bucket", () => BucketAsync());

        // The data volume's zone stands in the state.
        return docker + (bucketFailed > 0 ? bucketFailed : await CheckAsync("instance type", () => CapacityAsync(cancellationToken)));
    }

    private async Task<int> CheckAsync(string name, Func<Task<string>> check)
    {
        try
        {
            steps.Note($"✓ {name}: {await check()}");
            return 0;
        }
        catch (FailureException failure)
        {
            foreach (var problem in failure.Problems)
            {
                steps.Note($"✗ {name}: {problem}");
            }

            return 1;
        }
    }

    private async Task<string> TerraformAsync(CancellationToken cancellationToken)
    {
        var result = await commands.RunAsync(new Command("terraform", "version", "-json") { Timeout = Bound }, cancellationToken);
        if (!result.Succeeded)
        {
            throw new FailureException($"terraform does not run: {result.LastLine}", "install Terraform 1.11 or newer: https://developer.hashicorp.com/terraform/install");
        }

        var version = (string)JsonNode.Parse(result.Output)!["terraform_version"]!;
        return Version.Parse(version.Split('-')[0]) >= OldestTerraform ? version : throw new FailureException($"terraform is {version}", "install 1.11 or newer: secrets that enter no state need it");
    }

    private async Task<string> DockerAsync(CancellationToken cancellationToken)
    {
        var result = await commands.RunAsync(new Command("docker", "version", "--format", "{{.Server.Version}}") { Timeout = Bound }, cancellationToken);
        return result.Succeeded ? $"engine {result.Output.Trim()}" : throw new FailureException($"no Docker engine answers: {result.LastLine}", "start Docker, or let DOCKER_HOST name an engine that runs");
    }

    private async Task<string> BucketAsync() => await bucket().ExistsAsync()
        ? settings.StateBucket
        : throw new FailureException($"the state bucket {settings.StateBucket} does not exist", "make it once: --target=Bootstrap-State");

    private async Task<string> CapacityAsync(CancellationToken cancellationToken)
    {
        await capacity().RunAsync(cancellationToken);
        return $"{settings.Infrastructure.InstanceType} carries both services";
    }
}
