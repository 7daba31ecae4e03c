using System.Diagnostics;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using TickStack.Build.Artifacts;
using TickStack.Build.Processes;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

/// <summary>With a real process in Terraform's place; the lock is what S3 is made to answer.</summary>
public sealed class LockWatchTests : IDisposable
{
    private const string Record = "terraform/registry/lock.json";
    private const string Working = "aws_ecr_repository.component[\"telegraf\"]: Creating...";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lock-");
    private readonly IAmazonS3 s3 = Substitute.For<IAmazonS3>();
    private readonly IStateCommands state = Substitute.For<IStateCommands>();
    private readonly ChildProcesses children = new();
    private readonly ArtifactStore artifacts;
    private readonly LockWatch watch;
    private readonly Process terraform;

    public LockWatchTests()
    {
        artifacts = new ArtifactStore(folder.FullName);
        var folders = new RootFolders(folder.FullName, artifacts);
        var processes = new RunningProcesses(new CliWrapCommands(), TimeProvider.System);
        watch = new LockWatch(new StateLocks(s3, SampleStack.Settings), state, artifacts, folders, children, processes, new OrphanedProviders(processes), new NoReport(), TimeProvider.System);
        terraform = Process.Start(new ProcessStartInfo("sleep", ["60"]) { Environment = { ["TF_DATA_DIR"] = folders.WorkingData(TerraformRoot.Registry) } })!;
        children.Add(terraform);
        HeldBy("1", DateTimeOffset.UtcNow.AddSeconds(-1));
    }

    public void Dispose()
    {
        terraform.Kill();
        terraform.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_lock_of_a_terraform_that_was_killed_is_removed()
    {
        await Should.ThrowAsync<FailureException>(KilledAsync);

        await state.Received().UnlockAsync(TerraformRoot.Registry, "1", Arg.Any<CancellationToken>());
        artifacts.Holds(Record).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_that_somebody_else_has_taken_since_is_left_alone()
    {
        await Should.ThrowAsync<FailureException>(() => KilledAsync(() => HeldBy("2", DateTimeOffset.UtcNow)));

        await state.DidNotReceiveWithAnyArgs().UnlockAsync(default!, default!, TestContext.Current.CancellationToken);
        artifacts.Holds(Record).ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_that_was_released_needs_nothing()
    {
        await Should.ThrowAsync<FailureException>(() => KilledAsync(NotHeld));

        await state.DidNotReceiveWithAnyArgs().UnlockAsync(default!, default!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_lock_that_is_younger_than_the_line_that_proves_it_is_another_ones()
    {
        HeldBy("1", DateTimeOffset.UtcNow.AddMinutes(1));

        await Should.ThrowAsync<FailureException>(() => watch.RunAsync<bool>(TerraformRoot.Registry, tell =>
        {
            tell(Working);
            terraform.Kill();
            throw new FailureException("killed");
        }));

        await state.DidNotReceiveWithAnyArgs().UnlockAsync(default!, default!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task While_its_terraform_lives_the_lock_stays_whoever_had_started_it()
    {
        var left = await LeftBehindAsync();
        artifacts.WriteText(Record, left);

        await watch.ClearAsync(TerraformRoot.Registry, TestContext.Current.CancellationToken);

        await state.DidNotReceiveWithAnyArgs().UnlockAsync(default!, default!, TestContext.Current.CancellationToken);
        artifacts.Holds(Record).ShouldBeTrue();
    }

    [Fact]
    public async Task The_next_run_removes_what_was_killed_together_with_the_run_before()
    {
        var left = await LeftBehindAsync();
        await EndTerraformAsync();
        artifacts.WriteText(Record, left);

        await watch.ClearAsync(TerraformRoot.Registry, TestContext.Current.CancellationToken);

        await state.Received().UnlockAsync(TerraformRoot.Registry, "1", Arg.Any<CancellationToken>());
        artifacts.Holds(Record).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_proven_by_a_process_id_of_another_machine()
    {
        var left = await LeftBehindAsync();
        await EndTerraformAsync();
        artifacts.WriteText(Record, left.Replace(Environment.MachineName, "elsewhere", StringComparison.Ordinal));

        await watch.ClearAsync(TerraformRoot.Registry, TestContext.Current.CancellationToken);

        await state.DidNotReceiveWithAnyArgs().UnlockAsync(default!, default!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_command_that_goes_well_leaves_nothing_to_clear()
    {
        await LeftBehindAsync();

        artifacts.Holds(Record).ShouldBeFalse();
    }

    private async Task<bool> KilledAsync() => await KilledAsync(() => { });

    private Task<bool> KilledAsync(Action before) => watch.RunAsync<bool>(TerraformRoot.Registry, async tell =>
    {
        tell(Working);
        await UntilNotedAsync();
        await EndTerraformAsync();
        before();
        throw new FailureException("killed");
    });

    /// <summary>What is written down while a terraform works.</summary>
    private Task<string> LeftBehindAsync() => watch.RunAsync(TerraformRoot.Registry, async tell =>
    {
        tell(Working);
        await UntilNotedAsync();
        return await File.ReadAllTextAsync(artifacts.PathOf(Record), TestContext.Current.CancellationToken);
    });

    private async Task UntilNotedAsync()
    {
        while (!artifacts.Holds(Record))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private Task EndTerraformAsync()
    {
        terraform.Kill();
        return terraform.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private void HeldBy(string id, DateTimeOffset created) => Answers().Returns(_ => new GetObjectResponse
    {
        ResponseStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($$"""{ "ID": "{{id}}", "Operation": "OperationTypeApply", "Who": "ada@build-7", "Created": "{{created:O}}" }""")),
    });

    private void NotHeld() => Answers().ThrowsAsync(new AmazonS3Exception("none") { StatusCode = HttpStatusCode.NotFound });

    private Task<GetObjectResponse> Answers() => s3.GetObjectAsync("metrics-state", "metrics/registry.tfstate.tflock", Arg.Any<CancellationToken>());
}
