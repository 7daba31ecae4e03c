using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EbsSnapshotTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IAsyncLifetime
{
    private readonly EbsCalls ebs = new(fixture.Emulator);
    private string key = null!;
    private string volume = null!;

    public async ValueTask InitializeAsync()
    {
        key = (string)(await fixture.Emulator.CallAsync("kms", "TrentService.CreateKey", new { })).Body["KeyMetadata"]!["Arn"]!;
        volume = await ebs.CreateVolumeAsync(more: [("Encrypted", "true"), ("KmsKeyId", key)]);
    }

    public async ValueTask DisposeAsync() => await ScriptAsync(new { pending = 0 });

    [Fact]
    public async Task A_snapshot_says_what_it_holds()
    {
        var made = await SnapshotAsync();
        EbsCalls.Value(made, "status").ShouldBe("pending");
        await fixture.Emulator.QueryAsync("ec2", "ModifyVolume", ("VolumeId", volume), ("Size", "20"));

        var found = await DescribeAsync(("Owner.1", "self"), ("Filter.1.Name", "volume-id"), ("Filter.1.Value.1", volume));

        Members(found, "snapshotId", "volumeId", "volumeSize", "status", "progress", "description", "encrypted", "kmsKeyId").ShouldBe(
            [EbsCalls.Value(made, "snapshotId"), volume, "10", "completed", "100%", "before", "true", key]);
        DateTimeOffset.Parse(EbsCalls.Value(found, "startTime")!).ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(5));
        (EbsCalls.Value(found, "key"), EbsCalls.Value(found, "value")).ShouldBe(("Backup", volume));
    }

    [Fact]
    public async Task A_volume_made_from_a_snapshot_is_as_large_and_as_encrypted()
    {
        var snapshot = EbsCalls.Value(await SnapshotAsync(), "snapshotId")!;

        var made = await fixture.Emulator.QueryAsync(
            "ec2", "CreateVolume", ("AvailabilityZone", EbsCalls.Zone), ("SnapshotId", snapshot), ("VolumeType", "gp3"), ("Iops", "4000"),
            ("TagSpecification.1.ResourceType", "volume"), ("TagSpecification.1.Tag.1.Key", "Name"), ("TagSpecification.1.Tag.1.Value", "data"));

        var described = await ebs.DescribeVolumeAsync(EbsCalls.Value(made, "volumeId")!);
        Members(described, "snapshotId", "size", "volumeType", "iops", "throughput", "encrypted", "kmsKeyId", "value").ShouldBe(
            [snapshot, "10", "gp3", "4000", "125", "true", key, "data"]);
        (await RestoreRefusalAsync(snapshot, ("Size", "9"))).ShouldBe("InvalidParameterValue");
    }

    [Fact]
    public async Task Snapshots_are_found_by_tag_and_status_and_come_in_pages()
    {
        for (var taken = 0; taken < 6; taken++)
        {
            await SnapshotAsync();
        }

        (string, string)[] own = [("Owner.1", "self"), ("MaxResults", "5"), ("Filter.1.Name", "tag:Backup"), ("Filter.1.Value.1", volume)];
        var first = await DescribeAsync(own);
        var second = await DescribeAsync([.. own, ("NextToken", EbsCalls.Value(first, "nextToken")!)]);

        (Ids(first).Length, Ids(second).Length, Ids(first).Union(Ids(second)).Count()).ShouldBe((5, 1, 6));
        EbsCalls.Value(second, "nextToken").ShouldBeNull();
        Ids(await DescribeAsync([.. own, ("Filter.2.Name", "status"), ("Filter.2.Value.1", "pending")])).ShouldBeEmpty();
        Ids(await DescribeAsync([("Owner.1", "self"), ("Filter.1.Name", "tag:None"), ("Filter.1.Value.1", "none")])).ShouldBeEmpty();
        (await fixture.Emulator.RefusalAsync("ec2", "DescribeSnapshots", ("MaxResults", "1"))).ShouldBe("InvalidParameterValue");
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("error")]
    public async Task A_scripted_snapshot_is_pending_and_then_ends_as_scripted(string state)
    {
        (await ScriptAsync(new { pending = 2, state })).ShouldBe(HttpStatusCode.OK);
        var snapshot = EbsCalls.Value(await SnapshotAsync(), "snapshotId")!;

        (await StatusAsync(snapshot), await RestoreRefusalAsync(snapshot), await StatusAsync(snapshot), await StatusAsync(snapshot))
            .ShouldBe(("pending 33%", "IncorrectState", "pending 66%", $"{state} 100%"));
    }

    [Theory]
    [InlineData("""{ "pending": -1 }""")]
    [InlineData("""{ "state": "lost" }""")]
    [InlineData("""{ "other": 1 }""")]
    public async Task A_script_that_makes_no_sense_is_refused(string script) =>
        (await ScriptAsync(JsonNode.Parse(script)!)).ShouldBe(HttpStatusCode.BadRequest);

    private static string[] Ids(XDocument answer) => [.. answer.Descendants().Where(each => each.Name.LocalName == "snapshotId").Select(each => each.Value)];

    private static string?[] Members(XDocument answer, params string[] names) => [.. names.Select(name => EbsCalls.Value(answer, name))];

    private Task<XDocument> SnapshotAsync() => fixture.Emulator.QueryAsync(
        "ec2", "CreateSnapshot", ("VolumeId", volume), ("Description", "before"),
        ("TagSpecification.1.ResourceType", "snapshot"), ("TagSpecification.1.Tag.1.Key", "Backup"), ("TagSpecification.1.Tag.1.Value", volume));

    private Task<XDocument> DescribeAsync(params (string Name, string Value)[] parameters) =>
        fixture.Emulator.QueryAsync("ec2", "DescribeSnapshots", parameters);

    private async Task<string> StatusAsync(string snapshot)
    {
        var described = await DescribeAsync(("SnapshotId.1", snapshot));
        return $"{EbsCalls.Value(described, "status")} {EbsCalls.Value(described, "progress")}";
    }

    private Task<string> RestoreRefusalAsync(string snapshot, params (string Name, string Value)[] more) =>
        fixture.Emulator.RefusalAsync("ec2", "CreateVolume", [("AvailabilityZone", EbsCalls.Zone), ("SnapshotId", snapshot), .. more]);

    private async Task<HttpStatusCode> ScriptAsync(object script) => (await fixture.Emulator.PostAsync("/tickstack/snapshots", script)).Status;
}
