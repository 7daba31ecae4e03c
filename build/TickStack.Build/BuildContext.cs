using Microsoft.Extensions.DependencyInjection;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.DataVolume;
using TickStack.Build.Ecs;
using TickStack.Build.Images;
using TickStack.Build.Manifests;
using TickStack.Build.Options;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Sandbox;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;
using TickStack.Build.Terraform;

namespace TickStack.Build;

/// <summary>What a task is given. Every task is constructed on every run, "--tree" included, so nothing is made before a task that runs asks for it.</summary>
public sealed class BuildContext(ICakeContext context, IServiceProvider services) : FrostingContext(context)
{
    public CancellationToken Cancellation => Get<Cancellation>().Token;

    // What the run was told, and where it says what it does.
    public CommandLine CommandLine => Get<CommandLine>();
    public ProcessVariables Variables => Get<ProcessVariables>();
    public StackSettings Settings => Get<StackSettings>();
    /// <summary>The targets of this run, dependencies included.</summary>
    public RunTargets Targets => Get<RunTargets>();
    /// <summary>Results of the stages: artifacts/ENVIRONMENT.</summary>
    public ArtifactStore Artifacts => Get<ArtifactStore>();
    public IStepReport Steps => Get<IStepReport>();
    public IWarningReport Warnings => Get<IWarningReport>();
    /// <summary>What the summary at the end is made of.</summary>
    public RunReport Report => Get<RunReport>();
    /// <summary>What the exit code is made of.</summary>
    public RunOutcome Outcome => Get<RunOutcome>();
    public Summary Summary => Get<Summary>();
    public Overview Overview => Get<Overview>();
    public Confirmation Confirmation => Get<Confirmation>();
    public TimeProvider Time => Get<TimeProvider>();

    // Programs and the cloud.
    /// <summary>Cake's tool aliases.</summary>
    public ToolInvocation Invocation => Get<ToolInvocation>();
    /// <summary>Other programs.</summary>
    public ICommands Commands => Get<ICommands>();
    public SandboxComposition Sandbox => Get<SandboxComposition>();
    public StateBucket StateBucket => Get<StateBucket>();

    // Images.
    public ImagePlanner ImagePlanner => Get<ImagePlanner>();
    public ImagePublisher ImagePublisher => Get<ImagePublisher>();
    public IImageManifests ImageManifests => Get<IImageManifests>();

    // Infrastructure.
    public InfrastructureStage Infrastructure => Get<InfrastructureStage>();
    public RootPlanner RootPlanner => Get<RootPlanner>();
    /// <summary>The cluster's plan, made while other targets run.</summary>
    public PlanAhead PlanAhead => Get<PlanAhead>();
    public DestroyStage Destruction => Get<DestroyStage>();
    public RootFolders Folders => Get<RootFolders>();
    public IPlanReport PlanReport => Get<IPlanReport>();
    public StackOutputs Outputs => Get<StackOutputs>();

    // Manifests.
    public CapacityRequirement Capacity => Get<CapacityRequirement>();
    public PublishedParts PublishedParts => Get<PublishedParts>();
    public PlannedParts PlannedParts => Get<PlannedParts>();
    public ManifestRendering Rendering => Get<ManifestRendering>();

    // ECS.
    public DesiredServices DesiredServices => Get<DesiredServices>();
    public ServiceDeployer Deployer => Get<ServiceDeployer>();
    public ServiceVerifier Verifier => Get<ServiceVerifier>();
    public ServiceRollback Rollback => Get<ServiceRollback>();
    public StackServices Services => Get<StackServices>();
    public ServiceRemoval ServiceRemoval => Get<ServiceRemoval>();
    public RevisionList Revisions => Get<RevisionList>();
    public StatusReader StatusReader => Get<StatusReader>();
    public StatusPrinter StatusPrinter => Get<StatusPrinter>();
    public DiffPrinter DiffPrinter => Get<DiffPrinter>();
    public IContainerLogs ContainerLogs => Get<IContainerLogs>();
    public LogPrinter LogPrinter => Get<LogPrinter>();

    // Data volume.
    public VolumeBackup Backup => Get<VolumeBackup>();
    public RestorePlanner RestorePlanner => Get<RestorePlanner>();
    public VolumeReplacement VolumeReplacement => Get<VolumeReplacement>();
    public VolumeHost VolumeHost => Get<VolumeHost>();
    public UnfinishedRestore UnfinishedRestore => Get<UnfinishedRestore>();

    /// <summary>The sandbox is up, or the account is the right one; done once per run.</summary>
    public Task OpenCloudAsync() => Get<CloudConnection>().OpenAsync(Cancellation);

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();
}
