using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public class VolumeImportTests
{
    private const string NewVolume = """{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["create"] } }""";
    private const string NewKey = """{ "address": "aws_kms_key.this", "type": "aws_kms_key", "change": { "actions": ["create"] } }""";

    private readonly IDataVolumes volumes = Substitute.For<IDataVolumes>();
    private readonly IStateCommands state = Substitute.For<IStateCommands>();

    [Fact]
    public async Task A_volume_that_carries_the_stacks_tags_is_taken_instead_of_making_an_empty_one()
    {
        AccountHas("vol-1");

        (await ImportAsync(NewVolume)).ShouldBeTrue();

        await state.Received().ImportAsync(TerraformRoot.Cluster, "aws_ebs_volume.data", "vol-1", Arg.Any<CancellationToken>());
        await volumes.Received().FindAsync(
            Arg.Is<IReadOnlyDictionary<string, string>>(tags => tags["Project"] == "metrics" && tags["Backup"] == "metrics"), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Its_key_is_taken_first_where_that_is_lost_too()
    {
        AccountHas("vol-1");

        await ImportAsync($"{NewKey}, {NewVolume}");

        Received.InOrder(() =>
        {
            state.ImportAsync(TerraformRoot.Cluster, "aws_kms_key.this", "key-of-vol-1", Arg.Any<CancellationToken>());
            state.ImportAsync(TerraformRoot.Cluster, "aws_ebs_volume.data", "vol-1", Arg.Any<CancellationToken>());
        });
    }

    [Theory]
    [InlineData(NewKey)]
    [InlineData("""{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["update"] } }""")]
    [InlineData("""{ "address": "aws_ebs_volume.data", "type": "aws_ebs_volume", "change": { "actions": ["create", "delete"] } }""")]
    public async Task A_plan_that_makes_no_volume_asks_nobody(string change)
    {
        AccountHas("vol-1");

        (await ImportAsync(change)).ShouldBeFalse();

        await volumes.DidNotReceiveWithAnyArgs().FindAsync(default(IReadOnlyDictionary<string, string>)!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_first_volume_of_a_stack_is_made()
    {
        AccountHas();

        (await ImportAsync(NewVolume)).ShouldBeFalse();
    }

    [Fact]
    public async Task Between_several_a_person_decides()
    {
        AccountHas("vol-1", "vol-2");

        var refused = await Should.ThrowAsync<FailureException>(() => ImportAsync(NewVolume));

        refused.Message.ShouldContain("the account has 2 that carry the stack's tags: vol-1, vol-2");
        await state.DidNotReceiveWithAnyArgs().ImportAsync(default!, default!, default!, TestContext.Current.CancellationToken);
    }

    private void AccountHas(params string[] ids) => volumes.FindAsync(Arg.Any<IReadOnlyDictionary<string, string>>(), Arg.Any<CancellationToken>())
        .Returns([.. ids.Select(
            id => new EbsVolume(id, "available", $"arn:aws:kms:eu-west-1:111122223333:key/key-of-{id}", null, new Dictionary<string, string>()))]);

    private Task<bool> ImportAsync(string changes) => new VolumeImport(volumes, state, SampleStack.Settings, new NoReport())
        .ImportAsync(TerraformRoot.Cluster, Plans.Of(changes), TestContext.Current.CancellationToken);
}
