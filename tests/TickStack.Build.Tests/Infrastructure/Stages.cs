using NSubstitute;
using TickStack.Build.Infrastructure;
using TickStack.Build.Reporting;
using TickStack.Build.Tests.Manifests.Rendering;
using TickStack.Build.Tests.Sandbox;
using TickStack.Build.Tools.Artifacts;
using TickStack.Build.Tools.Ec2;
using TickStack.Build.Tools.Terraform;

namespace TickStack.Build.Tests.Infrastructure;

/// <summary>The stage as it is composed, on adapters of a test's own.</summary>
internal static class Stages
{
    public static InfrastructureStage Infrastructure(ITerraform terraform, IStateCommands state, IDataVolumes volumes, ArtifactStore artifacts, IPlanReport report, TimeProvider time) => new(
        terraform, Planner(terraform, state, volumes, artifacts, time), new Adoption(terraform, state, SampleStack.Settings, new NoReport()), Folders(artifacts), artifacts, report, new NoReport(), time);

    public static RootPlanner Planner(ITerraform terraform, IStateCommands state, IDataVolumes volumes, ArtifactStore artifacts, TimeProvider time) => new(
        terraform, new TaintedResources(state, new NoReport()), new VolumeAdoption(volumes, state, SampleStack.Settings, new NoReport()), Folders(artifacts), artifacts, SampleStack.Settings, new NoReport(), time);

    /// <summary>An account without volumes.</summary>
    public static IDataVolumes NoVolumes()
    {
        var volumes = Substitute.For<IDataVolumes>();
        volumes.FindAsync(Arg.Any<IReadOnlyDictionary<string, string>>(), Arg.Any<CancellationToken>()).Returns([]);
        return volumes;
    }

    private static RootFolders Folders(ArtifactStore artifacts) => new(RepositoryFolder.Path, artifacts);
}
