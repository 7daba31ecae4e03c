using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>A service in the midst of a rollout, in the JSON of ECS.</summary>
/// <param name="changed">As ECS returned it when it was changed.</param>
internal sealed class StagedService(JsonObject changed)
{
    private const string RollbackId = "ecs-svc/9999999999999999999";

    private readonly double begin = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 1000d;
    private readonly JsonObject own = Deployment(changed, "PRIMARY")!;
    private readonly JsonObject? before = Deployment(changed, "ACTIVE");

    private string Cluster => ((string)changed["clusterArn"]!).Split('/')[^1];

    /// <param name="begun">Oldest first.</param>
    public void Stage(JsonObject described, IReadOnlyList<Scene> begun)
    {
        var scene = begun[^1];
        var deployments = Deployments(scene);
        described["deployments"] = deployments;
        described["taskDefinition"] = (string)deployments[0]!["taskDefinition"]!;
        described["runningCount"] = (int)deployments[0]!["runningCount"]!;
        described["pendingCount"] = (int)deployments[0]!["pendingCount"]!;
        described["events"] = new JsonArray([.. Events(begun), .. (changed["events"]?.AsArray() ?? []).Select(earlier => earlier!.DeepClone())]);
    }

    public JsonObject TaskList(IReadOnlyList<Scene> begun, string? status)
    {
        var ids = status == "STOPPED" ? begun.Select(scene => scene.Stopped?.Id).OfType<string>() : [];
        return new() { ["taskArns"] = new JsonArray([.. ids.Select(id => (JsonNode)Arn(id))]) };
    }

    public JsonObject Tasks(IReadOnlyList<Scene> begun, JsonArray arns)
    {
        var asked = arns.Select(arn => (string)arn!).ToHashSet();
        var found = begun.Where(scene => scene.Stopped is { } stopped && asked.Contains(Arn(stopped.Id)));
        return new() { ["tasks"] = new JsonArray([.. found.Select(Task)]) };
    }

    private JsonArray Deployments(Scene scene)
    {
        var staged = own.DeepClone().AsObject();
        staged["status"] = scene.Rollback is null ? "PRIMARY" : "ACTIVE";
        staged["rolloutState"] = scene.RolloutState;
        staged["rolloutStateReason"] = scene.Reason ?? $"ECS deployment {own["id"]} {(scene.RolloutState == "COMPLETED" ? "completed" : "in progress")}.";
        staged["runningCount"] = scene.Running;
        staged["pendingCount"] = scene.RolloutState == "IN_PROGRESS" ? (int)own["desiredCount"]! - scene.Running : 0;
        staged["failedTasks"] = scene.FailedTasks;
        return scene switch
        {
            { Rollback: "COMPLETED" } => [Rollback(scene)],
            { Rollback: not null } => [Rollback(scene), staged],
            { RolloutState: "COMPLETED" } => [staged],
            _ => [staged, before?.DeepClone()],
        };
    }

    private JsonObject Rollback(Scene scene)
    {
        var rollback = before!.DeepClone().AsObject();
        var complete = scene.Rollback == "COMPLETED";
        rollback["id"] = RollbackId;
        rollback["status"] = "PRIMARY";
        rollback["rolloutState"] = scene.Rollback;
        rollback["rolloutStateReason"] = $"ECS deployment {RollbackId} {(complete ? "completed" : "in progress")}.";
        (rollback["runningCount"], rollback["pendingCount"]) = complete ? (1, 0) : (0, 1);
        return rollback;
    }

    private IEnumerable<JsonNode> Events(IReadOnlyList<Scene> begun) => begun.Where(scene => scene.Event is not null).Reverse().Select(scene => new JsonObject
    {
        ["id"] = $"{own["id"]} {scene.From}",
        ["createdAt"] = begin + scene.From,
        ["message"] = $"(service {changed["serviceName"]}) {scene.Event}",
    });

    private JsonObject Task(Scene scene) => new()
    {
        ["taskArn"] = Arn(scene.Stopped!.Id),
        ["taskDefinitionArn"] = (string)own["taskDefinition"]!,
        ["startedBy"] = (string)own["id"]!,
        ["lastStatus"] = "STOPPED",
        ["desiredStatus"] = "STOPPED",
        ["stoppedAt"] = begin + scene.From,
        ["stopCode"] = "EssentialContainerExited",
        ["stoppedReason"] = scene.Stopped.StoppedReason,
        ["containers"] = new JsonArray(Container(scene.Stopped)),
    };

    private static JsonObject Container(ScriptedStop task) => new() { ["name"] = task.Container, ["lastStatus"] = "STOPPED", ["exitCode"] = task.ExitCode };

    private string Arn(string id) => $"{((string)changed["serviceArn"]!).Split(":service/")[0]}:task/{Cluster}/{id}";

    private static JsonObject? Deployment(JsonObject service, string status) =>
        service["deployments"]!.AsArray().Select(deployment => deployment!.AsObject()).FirstOrDefault(deployment => (string)deployment["status"]! == status);
}
