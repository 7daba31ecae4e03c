using Amazon.CloudWatchLogs;
using Amazon.CloudWatchLogs.Model;
using static TickStack.Compat.Tests.Aws.ScriptedServer;

namespace TickStack.Compat.Tests.Aws;

public class LogsWireTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_group_is_found_by_the_beginning_of_its_name()
    {
        using var logs = moto.Logs();
        var name = await GroupAsync();
        await moto.PostAsync("logs", "Logs_20140328.PutRetentionPolicy", $$"""{"logGroupName":"{{name}}","retentionInDays":14}""");
        var group = (await logs.DescribeLogGroupsAsync(new() { LogGroupNamePrefix = name, Limit = 1 }, Cancel)).LogGroups!.ShouldHaveSingleItem();

        group.LogGroupName.ShouldBe(name);
        group.RetentionInDays.ShouldBe(14);
        group.Arn.ShouldEndWith($":log-group:{name}:*");
        group.CreationTime!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromHours(1));
        (await logs.DescribeLogGroupsAsync(new() { LogGroupNamePrefix = "nowhere" }, Cancel)).LogGroups.ShouldBe([]);
    }

    [Fact]
    public async Task A_streams_events_are_read_page_by_page_to_its_end()
    {
        using var logs = moto.Logs();
        var group = await GroupAsync("one", "two");
        var first = await logs.GetLogEventsAsync(new() { LogGroupName = group, LogStreamName = "s", StartFromHead = true, Limit = 1 }, Cancel);
        var second = await logs.GetLogEventsAsync(
            new() { LogGroupName = group, LogStreamName = "s", StartFromHead = true, NextToken = first.NextForwardToken }, Cancel);
        var end = await logs.GetLogEventsAsync(
            new() { LogGroupName = group, LogStreamName = "s", StartFromHead = true, NextToken = second.NextForwardToken }, Cancel);

        first.Events!.ShouldHaveSingleItem().Message.ShouldBe("one");
        second.Events!.ShouldHaveSingleItem().Message.ShouldBe("two");
        end.Events.ShouldBe([]);
        end.NextForwardToken.ShouldBe(second.NextForwardToken);
    }

    [Fact]
    public async Task Events_of_a_group_are_found_from_a_time_on()
    {
        using var logs = moto.Logs();
        var group = await GroupAsync("one", "two");
        var all = (await logs.FilterLogEventsAsync(new() { LogGroupName = group, LogStreamNamePrefix = "s" }, Cancel)).Events!;
        var later = (await logs.FilterLogEventsAsync(new() { LogGroupName = group, LogStreamNames = ["s"], StartTime = all[1].Timestamp }, Cancel)).Events!
            .ShouldHaveSingleItem();

        all.Select(found => found.Message).ShouldBe(["one", "two"]);
        later.Message.ShouldBe("two");
        later.LogStreamName.ShouldBe("s");
        later.EventId.ShouldBe(all[1].EventId);
    }

    [Fact]
    public async Task Times_of_a_stream_are_instants_and_travel_as_milliseconds()
    {
        using var server = new ScriptedServer(Reply.Ok("""{"events":[{"timestamp":1700000000123,"message":"m","ingestionTime":1700000000456}]}"""));
        using var logs = new AmazonCloudWatchLogsClient(
            MotoServer.Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
        var from = DateTime.UnixEpoch.AddMilliseconds(1_699_999_999_001).AddTicks(7);
        var found = (await logs.GetLogEventsAsync(new() { LogStreamName = "s", StartTime = from, EndTime = from.AddSeconds(1) }, Cancel)).Events!
            .ShouldHaveSingleItem();

        server.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"logStreamName":"s","startTime":1699999999001,"endTime":1700000000001}""");
        found.Timestamp.ShouldBe(DateTime.UnixEpoch.AddMilliseconds(1_700_000_000_123));
        found.IngestionTime.ShouldBe(DateTime.UnixEpoch.AddMilliseconds(1_700_000_000_456));
        found.Timestamp!.Value.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public async Task A_missing_group_is_an_exception_of_its_own()
    {
        using var logs = moto.Logs();
        var exception = await Should.ThrowAsync<ResourceNotFoundException>(() => logs.FilterLogEventsAsync(new() { LogGroupName = "nowhere" }, Cancel));

        exception.ErrorCode.ShouldBe("ResourceNotFoundException");
        exception.ShouldBeAssignableTo<AmazonCloudWatchLogsException>();
    }

    [Fact]
    public async Task A_request_names_its_operation_and_itself()
    {
        using var server = new ScriptedServer(Reply.Ok("""{"logGroups":[{"logGroupName":"/g","logGroupClass":"INFREQUENT_ACCESS"}],"nextToken":"n"}"""));
        using var logs = new AmazonCloudWatchLogsClient(
            MotoServer.Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
        var response = await logs.DescribeLogGroupsAsync(new() { LogGroupNamePrefix = "/g" }, Cancel);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("Logs_20140328.DescribeLogGroups");
        request.Headers["Authorization"].ShouldContain("/eu-west-1/logs/aws4_request");
        request.Headers["User-Agent"].ShouldContain("api/CloudWatch_Logs");
        request.Body.ShouldBe("""{"logGroupNamePrefix":"/g"}""");
        response.LogGroups!.ShouldHaveSingleItem().LogGroupClass.ShouldBe(LogGroupClass.INFREQUENT_ACCESS);
        response.NextToken.ShouldBe("n");
    }

    private async Task<string> GroupAsync(params string[] messages)
    {
        var name = $"/tick/{Guid.NewGuid():N}";
        var start = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() - 60_000;
        await moto.PostAsync("logs", "Logs_20140328.CreateLogGroup", $$"""{"logGroupName":"{{name}}"}""");
        await moto.PostAsync("logs", "Logs_20140328.CreateLogStream", $$"""{"logGroupName":"{{name}}","logStreamName":"s"}""");
        var events = string.Join(',', messages.Select((message, index) => $$"""{"timestamp":{{start + index}},"message":"{{message}}"}"""));
        await moto.PostAsync("logs", "Logs_20140328.PutLogEvents", $$"""{"logGroupName":"{{name}}","logStreamName":"s","logEvents":[{{events}}]}""");
        return name;
    }
}
