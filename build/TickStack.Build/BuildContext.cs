using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using TickStack.Build.Aws;
using TickStack.Build.Options;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Tasks;
using TickStack.Build.Terraform;

namespace TickStack.Build;

/// <summary>
/// What a task is given. Every task is constructed on every run, "--tree" included, so nothing is made before a task that runs
/// asks for it.
/// </summary>
public sealed class BuildContext(ICakeContext context, IServiceProvider services) : FrostingContext(context)
{
    public CancellationToken Cancellation => Get<Cancellation>().Token;

    /// <summary>What the command line says to the targets.</summary>
    public RunOptions Options => Get<RunOptions>();

    public RunOutcome Outcome => Get<RunOutcome>();

    public Summary Summary => Get<Summary>();

    public Overview Overview => Get<Overview>();

    public EnvironmentChecks Doctor => Get<EnvironmentChecks>();

    public SandboxControl Sandbox => Get<SandboxControl>();

    public StateBucket StateBucket => Get<StateBucket>();

    public ImagePublication Publish => Get<ImagePublication>();

    /// <summary>The cluster's plan, made while other targets run.</summary>
    public PlanAhead PlanAhead => Get<PlanAhead>();

    public InfrastructurePreview Plan => Get<InfrastructurePreview>();

    public InfrastructureApply Apply => Get<InfrastructureApply>();

    public PublishedParts PublishedParts => Get<PublishedParts>();

    public ManifestRendering Render => Get<ManifestRendering>();

    public ServiceDeployment Deploy => Get<ServiceDeployment>();

    public DeployPreview Diff => Get<DeployPreview>();

    public DeployVerification Verify => Get<DeployVerification>();

    public StackStatus Status => Get<StackStatus>();

    public LogTail Logs => Get<LogTail>();

    public VolumeBackup Backup => Get<VolumeBackup>();

    public VolumeRestore Restore => Get<VolumeRestore>();

    public StackRollback Rollback => Get<StackRollback>();

    public StackScale Scale => Get<StackScale>();

    public RevisionListing Revisions => Get<RevisionListing>();

    public StackDestruction Destroy => Get<StackDestruction>();

    public EcsCliTranslation Translate => Get<EcsCliTranslation>();

    public TestRun Tests => Get<TestRun>();

    /// <summary>The sandbox is up, or the account is the right one; done once per run.</summary>
    public Task OpenCloudAsync() => Get<CloudConnection>().OpenAsync(Cancellation);

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
