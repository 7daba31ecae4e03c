using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.EndToEnd;

internal static class ContainerLogs
{
    /// <summary>Writes what a container would.</summary>
    public static async Task WriteAsync(string emulator, string group, string stream, params string[] lines)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var events = new JsonArray([.. lines.Select((line, index) => new JsonObject { ["timestamp"] = now + index, ["message"] = line })]);
        await SendAsync(emulator, "CreateLogStream", new() { ["logGroupName"] = group, ["logStreamName"] = stream });
        await SendAsync(emulator, "PutLogEvents", new() { ["logGroupName"] = group, ["logStreamName"] = stream, ["logEvents"] = events });
    }

    private static Task<JsonNode> SendAsync(string emulator, string operation, JsonObject parameters) =>
        EmulatorCall.SendAsync(emulator, "logs", $"Logs_20140328.{operation}", parameters.ToJsonString());
}
