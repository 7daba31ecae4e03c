using System.Text.Json;
using Amazon.ECS;
using Amazon.ECS.Model;
using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Ecs;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Tasks;
using TickStack.Build.Tests.Terraform;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.DataVolume;

/// <summary>An account with a running stack, in which every effect of a restore is counted and a run can be killed after any of them.</summary>
internal sealed class RestoreWorld : ITerraform, IStateCommands, IDisposable
{
    public const string Old = "vol-0a1b2c3d4e5f60001";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly SimulatedTime time = new();
    private int instances = 1;
    private string? applied = Old;
    private int? livesFor;

    public RestoreWorld()
    {
        Volumes = new FakeVolumes(this);
        Volumes.Add(new EbsVolume(Old, "in-use", "arn:aws:kms:eu-west-1:111122223333:key/k", "i-1",
            new Dictionary<string, string>(StackVolume.Tags(SampleStack.Settings))), "everything");
        Snapshots.FindAsync("Project", "metrics", Arg.Any<CancellationToken>()).Returns([Snapshot]);
        Snapshots.FindAsync(Snapshot.Id, Arg.Any<CancellationToken>()).Returns(Snapshot);
        Ecs = new FakeEcs(time.Clock)
        {
            Live = new Service
            {
                ServiceName = "any",
                Status = "ACTIVE",
                TaskDefinition = "none",
                DesiredCount = 1,
                RunningCount = 1,
                PendingCount = 0,
                Deployments = [],
                Events = [],
            },
            After = Scaled,
        };
        Ecs.Instances.Add(Instance());
    }

    public static VolumeSnapshot Snapshot { get; } = new("snap-0a1b2c3d", Old, "completed", new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc))
    {
        Size = 20,
        Tags = new Dictionary<string, string> { ["Project"] = "metrics", ["Name"] = "metrics-data" },
    };

    public FakeEcs Ecs { get; }

    public FakeVolumes Volumes { get; }

    public IVolumeSnapshots Snapshots { get; } = Substitute.For<IVolumeSnapshots>();

    /// <summary>In the state; null: it has none.</summary>
    public string? InState { get; private set; } = Old;

    /// <summary>Address of a resource that a plan would update before anything is restored.</summary>
    public string? Pending { get; set; }

    /// <summary>What was done, in order.</summary>
    public List<string> Effects { get; } = [];

    /// <summary>What the database found on its volume at its last start.</summary>
    public string? Database { get; private set; } = "everything";

    /// <param name="snapshotId">Null: the latest.</param>
    public async Task RestoreAsync(string? snapshotId = null)
    {
        using var run = new TargetRun(time, "--target=Restore", $"--snapshot={snapshotId ?? "latest"}", "--confirm=staging");
        run.With<ITerraform>(this).With<IStateCommands>(this).With<IDataVolumes>(Volumes).With(Snapshots).With<IAmazonECS>(Ecs)
            .With(Substitute.For<IPlanReport>());
        await run.RunAsync("Restore");
    }

    /// <param name="effects">How many the run lives for.</param>
    /// <returns>False when it had fewer to do, and went through.</returns>
    public async Task<bool> KilledAsync(int effects)
    {
        livesFor = effects;
        try
        {
            await RestoreAsync();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
        finally
        {
            livesFor = null;
        }
    }

    /// <summary>Every effect passes here once it is carried out.</summary>
    public void Done(string effect)
    {
        Effects.Add(effect);
        if (livesFor is { } left && (livesFor = left - 1) == 0)
        {
            throw new KilledException();
        }
    }

    public Task InitAsync(TerraformRoot root, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> PlanAsync(TerraformPlan plan, CancellationToken cancellationToken) =>
        Task.FromResult(InState is null || InState != applied || Pending is not null);

    public Task<string> ShowPlanJsonAsync(TerraformPlan plan, CancellationToken cancellationToken) => Task.FromResult(InState is null
        ? Plans.Json($$"""{ "address": "{{StackVolume.Address}}", "type": "aws_ebs_volume", "change": { "actions": ["create"] } }""")
        : Plans.Json($$"""{ "address": "{{Pending ?? "aws_launch_template.this"}}", "type": "any", "change": { "actions": ["update"] } }"""));

    public Task<string> ShowPlanTextAsync(TerraformPlan plan, CancellationToken cancellationToken) => Task.FromResult("");

    /// <summary>The launch template names the state's volume, and the group replaces its instance.</summary>
    public Task ApplyAsync(TerraformPlan plan, CancellationToken cancellationToken)
    {
        InState.ShouldNotBeNull("an empty volume would have been made");
        Volumes.Detach(applied!);
        instances++;
        (applied, Pending) = (InState, null);
        Volumes.Attach(applied, $"i-{instances}");
        Ecs.Instances.Clear();
        Ecs.Instances.Add(Instance());
        Done("apply");
        return Task.CompletedTask;
    }

    public Task<string> OutputJsonAsync(TerraformRoot root, CancellationToken cancellationToken)
    {
        var outputs = JsonSerializer.SerializeToElement(SampleStack.Cluster, Json);
        return Task.FromResult(JsonSerializer.Serialize(outputs.EnumerateObject().ToDictionary(output => output.Name, output => new { value = output.Value })));
    }

    public Task<string> PullAsync(TerraformRoot root, CancellationToken cancellationToken) => Task.FromResult(InState is null
        ? States.Of()
        : States.Of($$"""{ "mode": "managed", "type": "aws_ebs_volume", "name": "data", "instances": [ { "attributes": { "id": "{{InState}}" } } ] }"""));

    public Task UntaintAsync(TerraformRoot root, string address, CancellationToken cancellationToken) => throw new InvalidOperationException();

    public Task ImportAsync(TerraformRoot root, string address, string id, CancellationToken cancellationToken)
    {
        InState.ShouldBeNull();
        InState = id;
        Done("import");
        return Task.CompletedTask;
    }

    public Task ForgetAsync(TerraformRoot root, string address, CancellationToken cancellationToken)
    {
        address.ShouldBe(StackVolume.Address);
        InState = null;
        Done("forget");
        return Task.CompletedTask;
    }

    public void Dispose() => Ecs.Dispose();

    private ContainerInstance Instance() => new() { ContainerInstanceArn = $"arn/{instances}", Ec2InstanceId = $"i-{instances}", AgentConnected = true };

    private void Scaled(Amazon.ECS.AmazonECSRequest request)
    {
        if (request is UpdateServiceRequest { DesiredCount: { } count })
        {
            (Ecs.Live!.RunningCount, Database) = (count, count == 0 ? null : Volumes.ContentOf(Volumes.HeldBy($"i-{instances}")));
            Done($"scale {count}");
        }
    }
}
