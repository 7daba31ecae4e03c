using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>What a client gets to see of a call.</summary>
/// <param name="Body">JSON.</param>
public sealed record Answer(int Status, string Body)
{
    public Ending Ending { get; init; }

    public static Answer Ok(string body) => new(200, body);

    public static Answer Error(string type, string message, int status = 400) =>
        new(status, new JsonObject { ["__type"] = type, ["message"] = message }.ToJsonString());

    public static Answer None(Ending ending) => new(0, "") { Ending = ending };
}
