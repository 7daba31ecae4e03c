using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>Tells of one service, from its next change on, what the scenes say, whatever the emulator makes of it. The change itself is carried out.</summary>
public sealed class Timeline(string service, params IReadOnlyList<Scene> scenes)
{
    private readonly Lock gate = new();
    private readonly List<string> shown = [];
    private readonly Stopwatch clock = new();
    private StagedService? staged;

    /// <summary>False: the service has none, whatever it was given.</summary>
    public bool CircuitBreaker { get; init; } = true;

    /// <summary>The scenes that were seen, one for each look at the service since it was changed.</summary>
    public IReadOnlyList<string> Shown
    {
        get
        {
            lock (gate)
            {
                return [.. shown];
            }
        }
    }

    public Task<Answer> PlayAsync(ReceivedCall call, Func<Task<Answer>> forward) => call.Operation switch
    {
        "CreateService" or "UpdateService" => ChangeAsync(forward),
        "DescribeServices" => DescribeAsync(forward),
        "ListTasks" when staged is not null => Task.FromResult(Reply(staged.TaskList(Begun(), (string?)call.Parameters["desiredStatus"]))),
        "DescribeTasks" when staged is not null => Task.FromResult(Reply(staged.Tasks(Begun(), call.Parameters["tasks"]!.AsArray()))),
        _ => forward(),
    };

    private async Task<Answer> ChangeAsync(Func<Task<Answer>> forward)
    {
        var answer = await forward();
        if (answer.Status == 200 && JsonNode.Parse(answer.Body)!["service"]!.AsObject() is var changed && (string)changed["serviceName"]! == service)
        {
            Adapt(changed);
            staged = new StagedService(changed);
            clock.Start();
            return Reply(new JsonObject { ["service"] = changed.DeepClone() });
        }

        return answer;
    }

    private async Task<Answer> DescribeAsync(Func<Task<Answer>> forward)
    {
        var answer = await forward();
        var body = JsonNode.Parse(answer.Body)!.AsObject();
        var found = (body["services"]?.AsArray() ?? []).Select(each => each!.AsObject());
        foreach (var described in found.Where(each => (string)each["serviceName"]! == service))
        {
            Adapt(described);
            Show(described);
        }

        return answer with { Body = body.ToJsonString() };
    }

    private void Adapt(JsonObject described)
    {
        if (!CircuitBreaker)
        {
            described["deploymentConfiguration"]?.AsObject().Remove("deploymentCircuitBreaker");
        }
    }

    private void Show(JsonObject described)
    {
        if (staged is null)
        {
            return;
        }

        var begun = Begun();
        staged.Stage(described, begun);
        lock (gate)
        {
            shown.Add(begun[^1].Name);
        }
    }

    // The last of them is the one that is on.
    private IReadOnlyList<Scene> Begun() => [.. scenes.Where((scene, index) => index == 0 || scene.From <= clock.Elapsed.TotalSeconds)];

    private static Answer Reply(JsonObject body) => Answer.Ok(body.ToJsonString());
}
