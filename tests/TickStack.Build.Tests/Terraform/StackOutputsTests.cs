using NSubstitute;
using TickStack.Build.Artifacts;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public sealed class StackOutputsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly ITerraform terraform = Substitute.For<ITerraform>();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""{ "availability_zone": { "value": "eu-west-1b", "type": "string" } }""", "eu-west-1b")]
    [InlineData("{}", null)]
    public async Task On_a_fresh_clone_the_volumes_zone_is_the_one_of_the_state_if_any(string outputs, string? zone)
    {
        terraform.OutputJsonAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>()).Returns(outputs);

        (await Outputs.ZoneAsync(TestContext.Current.CancellationToken)).ShouldBe(zone);

        await terraform.Received().InitAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task The_zone_is_the_states_where_the_saved_outputs_are_broken(string saved)
    {
        new ArtifactStore(folder).WriteText(TerraformRoot.Cluster.OutputsArtifact, saved);
        terraform.OutputJsonAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>()).Returns("""{ "availability_zone": { "value": "eu-west-1b" } }""");

        (await Outputs.ZoneAsync(TestContext.Current.CancellationToken)).ShouldBe("eu-west-1b");
    }

    [Fact]
    public async Task Without_a_state_the_outputs_name_the_target_that_makes_one()
    {
        terraform.OutputJsonAsync(TerraformRoot.Cluster, Arg.Any<CancellationToken>()).Returns("{}\n");

        var failure = await Should.ThrowAsync<FailureException>(() => Outputs.ClusterAsync(TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("There is no cluster yet: the state of terraform/cluster is empty.");
    }

    private StackOutputs Outputs => new(new ArtifactStore(folder), terraform, Substitute.For<IStepReport>());
}
