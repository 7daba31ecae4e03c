using NSubstitute;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Terraform;

/// <summary>The stage as it is composed, on adapters of a test's own.</summary>
internal static class Stages
{
    public static InfrastructureStage Infrastructure(
        ITerraform terraform, IStateCommands state, IDataVolumes volumes, ArtifactStore artifacts, IPlanReport report, TimeProvider time) => new(
        terraform, Planner(terraform, state, volumes, artifacts, time), new ResourceImport(terraform, state, SampleStack.Settings, new NoReport()),
        Folders(artifacts), artifacts, report, new NoReport(), time);

    public static RootPlanner Planner(ITerraform terraform, IStateCommands state, IDataVolumes volumes, ArtifactStore artifacts, TimeProvider time) => new(
        terraform, new TaintedResources(state, new NoReport()), new VolumeImport(volumes, state, SampleStack.Settings, new NoReport()), Folders(artifacts),
        artifacts, SampleStack.Settings, new NoReport(), time);

    /// <summary>An account without volumes.</summary>
    public static IDataVolumes NoVolumes()
    {
        var volumes = Substitute.For<IDataVolumes>();
        volumes.FindAsync(Arg.Any<IReadOnlyDictionary<string, string>>(), Arg.Any<CancellationToken>()).Returns([]);
        return volumes;
    }

    private static RootFolders Folders(ArtifactStore artifacts) => new(RepositoryFolder.Path, artifacts);
}
