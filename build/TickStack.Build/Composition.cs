using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.ServiceDiscovery;
using Amazon.SimpleSystemsManagement;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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

/// <summary>What is made of what. Everything is made when a task first asks for it, and once per run.</summary>
public static class Composition
{
    /// <summary>What the command line and the environment's file say.</summary>
    public static IServiceCollection AddRun(this IServiceCollection services, string root, CommandLine line, Lazy<StackSettings> settings,
        Cancellation cancellation, ChildProcesses children, RunOutcome outcome) => services
        .AddSingleton(line)
        .AddSingleton(TaskGraph.Grammar.TargetsOf(line))
        .AddSingleton(_ => ProcessVariables.Read())
        .AddSingleton(cancellation)
        .AddSingleton(children)
        .AddSingleton(outcome)
        .AddSingleton(_ => settings.Value)
        .AddSingleton(provider => new ArtifactStore(System.IO.Path.Combine(root, "artifacts", provider.GetRequiredService<StackSettings>().Environment)))
        .AddSingleton(provider => new RootFolders(root, provider.GetRequiredService<ArtifactStore>()))
        .AddSingleton(provider => new StackTags(provider.GetRequiredService<StackSettings>(), Revision.Of(root, provider.GetRequiredService<ICommands>())))
        .AddSingleton(new ManifestFolder(System.IO.Path.Combine(root, "ecs")))
        .AddSingleton(provider => new Overview(provider.GetRequiredService<Spectre.Console.IAnsiConsole>(), root))
        .AddSingleton(provider => new ImagePlanner(
            provider.GetRequiredService<StackSettings>(), root, provider.GetRequiredService<CloudConnection>().Session.BaseImages))
        .AddSingleton<IImageBuilder>(provider => new DockerEngine(
            provider.GetRequiredService<ICakeContext>(),
            provider.GetRequiredService<ToolInvocation>(),
            provider.GetRequiredService<StackSettings>().Images.Architecture,
            Revision.Of(root, provider.GetRequiredService<ICommands>())))
        .AddSingleton(provider => new SandboxComposition(
            root,
            SandboxAssets.OfHost,
            provider.GetRequiredService<StackSettings>(),
            provider.GetRequiredService<ProcessVariables>().All,
            provider.GetRequiredService<ICommands>(),
            provider.GetRequiredService<IStepReport>(),
            provider.GetRequiredService<TimeProvider>()));

    public static IServiceCollection AddReporting(this IServiceCollection services) => services
        .AddSingleton<RunReport>()
        .AddSingleton<Summary>()
        .AddSingleton<IStepReport, LogSteps>()
        .AddSingleton<IWarningReport, ConsoleWarnings>()
        .AddSingleton<IPlanReport, PlanPrinter>()
        .AddSingleton<IRolloutReport, RolloutNotes>()
        .AddSingleton<IProcessOutput, ToolOutput>()
        .AddSingleton<StatusPrinter>()
        .AddSingleton<DiffPrinter>()
        .AddSingleton<LogPrinter>()
        .AddSingleton(_ => ReportConsole.Create());

    /// <summary>Cake's tools start their processes through our runner: the engine takes the last registration. Frosting makes its package installers in every
    /// run, and these read the user's NuGet settings, right or wrong; nothing here installs tools through Cake.</summary>
    public static IServiceCollection AddTools(this IServiceCollection services) => services
        .RemoveAll<IPackageInstaller>()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IProcessRunner, StackProcessRunner>()
        .AddSingleton<ICommands, MachineCommands>()
        .AddSingleton<IPrompt, TerminalPrompt>()
        .AddSingleton<ToolInvocation>()
        .AddSingleton<ITerraform, TerraformProgram>()
        .AddSingleton<IStateCommands, StateCommands>()
        .AddSingleton<LockedState>()
        .AddSingleton<StateLocks>()
        .AddSingleton<RunningProcesses>()
        .AddSingleton<TerraformProcesses>()
        .AddSingleton<TerraformCommands>()
        .AddSingleton<LockWatch>()
        .AddSingleton<IImageRepository, EcrImageRepository>()
        .AddSingleton<ICloud>(Cloud)
        .AddSingleton(Door)
        .AddSingleton<IAmazonECR>(_ => new AmazonECRClient())
        .AddSingleton(_ => EcsClients.Create())
        .AddSingleton<IAmazonEC2>(_ => new AmazonEC2Client())
        .AddSingleton<IAmazonCloudWatchLogs>(_ => new AmazonCloudWatchLogsClient())
        .AddSingleton<IAmazonSecretsManager>(_ => new AmazonSecretsManagerClient())
        .AddSingleton<IAmazonSimpleSystemsManagement>(_ => new AmazonSimpleSystemsManagementClient())
        .AddSingleton<IAmazonServiceDiscovery>(_ => new AmazonServiceDiscoveryClient())
        .AddSingleton<CloudWatchContainerLogs>()
        .AddSingleton<IContainerLogs>(provider => provider.GetRequiredService<CloudWatchContainerLogs>())
        .AddSingleton<ILogGroups>(provider => provider.GetRequiredService<CloudWatchContainerLogs>())
        .AddSingleton<ISecretReferences, AwsSecretReferences>()
        .AddSingleton<IDiscoveryServices, CloudMapServices>()
        .AddSingleton<INetworkInterfaces, Ec2NetworkInterfaces>()
        .AddSingleton<IInstanceTypes, Ec2InstanceTypes>()
        .AddSingleton<IAccountSettings, EcsAccountSettings>()
        .AddSingleton<IVolumeSnapshots, Ec2VolumeSnapshots>()
        .AddSingleton<IDataVolumes, Ec2DataVolumes>()
        .AddSingleton<HttpClient>()
        .AddSingleton<IImageManifests, RegistryManifests>()
        .AddSingleton<IAmazonS3>(_ => new AmazonS3Client());

    public static IServiceCollection AddStages(this IServiceCollection services) => services
        .AddSingleton<ImagePublisher>()
        .AddSingleton<ResourceImport>()
        .AddSingleton<VolumeImport>()
        .AddSingleton<PlanAhead>()
        .AddSingleton<TaintedResources>()
        .AddSingleton<RootPlanner>()
        .AddSingleton<InfrastructureStage>()
        .AddSingleton<DestroyStage>()
        .AddSingleton<StateBucket>()
        .AddSingleton<StackOutputs>()
        .AddSingleton<SnapshotChoice>()
        .AddSingleton<UnfinishedRestore>()
        .AddSingleton<VolumeReplacement>()
        .AddSingleton<RestorePlanner>()
        .AddSingleton<InstanceTypeCheck>()
        .AddSingleton(provider => RolloutLimits.Of(provider.GetRequiredService<StackSettings>().Rollout, provider.GetRequiredService<CommandLine>()))
        .AddSingleton<ServiceDeployer>()
        .AddSingleton<ServiceRollback>()
        .AddSingleton<ServiceScale>()
        .AddSingleton<VolumeHost>()
        .AddSingleton<ServiceRemoval>()
        .AddSingleton<RevisionList>()
        .AddSingleton<IServiceCheck, ImageCheck>()
        .AddSingleton<IServiceCheck, SecretCheck>()
        .AddSingleton<IServiceCheck, LogGroupCheck>()
        .AddSingleton<IServiceCheck, RoleCheck>()
        .AddSingleton<IServiceCheck, DiscoveryCheck>()
        .AddSingleton<IServiceCheck, RestoreCheck>()
        .AddSingleton<IServiceCheck, CapacityCheck>()
        .AddSingleton<ServiceVerifier>()
        .AddSingleton<Confirmation>()
        .AddSingleton<CapacityRequirement>()
        .AddSingleton<ManifestRendering>()
        .AddSingleton<PublishedParts>()
        .AddSingleton<PlannedParts>()
        .AddSingleton<DesiredServices>()
        .AddSingleton<VolumeBackup>()
        .AddSingleton<StackServices>()
        .AddSingleton<StatusReader>();

    private static ICloud Cloud(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<StackSettings>();
        return settings.Cloud == CloudKind.Sandbox ? provider.GetRequiredService<SandboxComposition>().Create() : new AwsAccount(settings);
    }

    // An account keeps its state bucket, made once by Bootstrap-State. The emulator begins empty whenever it starts.
    private static CloudConnection Door(IServiceProvider provider)
    {
        var sandbox = provider.GetRequiredService<StackSettings>().Cloud == CloudKind.Sandbox;
        return new CloudConnection(
            provider.GetRequiredService<ICloud>(),
            provider.GetRequiredService<RunReport>(),
            cancellationToken => sandbox ? provider.GetRequiredService<StateBucket>().EnsureAsync(cancellationToken) : Task.CompletedTask);
    }
}
