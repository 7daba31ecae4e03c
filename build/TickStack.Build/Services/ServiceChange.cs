using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Services;

/// <summary>What turns a live service into the desired one.</summary>
/// <param name="Differences">Empty when there is nothing to do.</param>
/// <param name="Request">Names only what differs: ECS makes a new deployment for some settings even when they are sent unchanged.</param>
public sealed record ServiceChange(IReadOnlyList<ServiceDifference> Differences, UpdateServiceRequest Request)
{
    /// <summary>Stands for the revision that is not registered yet.</summary>
    public const string NewRevision = "a new revision";

    /// <summary>Whether UpdateService has anything to do; tags are set by another call.</summary>
    public bool UpdatesService => Differences.Any(difference => difference.Setting != ServiceTags.Setting);

    /// <param name="revision">ARN of the wanted task definition; null: it is yet to be registered.</param>
    /// <exception cref="FailureException">ECS cannot change a setting in place.</exception>
    public static ServiceChange Between(DesiredService desired, string? revision, Service live)
    {
        var request = new UpdateServiceRequest { Cluster = desired.Cluster, Service = desired.ServiceName };
        var differing = ServiceSetting.All.Where(setting => !JsonNode.DeepEquals(setting.Wanted(desired), setting.Live(live))).ToList();
        RefuseImpossible(differing, desired, live);
        differing.ForEach(setting => setting.Change(desired, request));
        IEnumerable<ServiceDifference?> differences =
        [
            Revision(revision, live, request),
            .. differing.Select(setting => new ServiceDifference(setting.Name, Text(setting.Live(live)), Text(setting.Wanted(desired)))),
            ServiceTags.Difference(desired, live),
        ];
        return new ServiceChange([.. differences.OfType<ServiceDifference>()], request);
    }

    private static ServiceDifference? Revision(string? revision, Service live, UpdateServiceRequest request)
    {
        if (live.TaskDefinition == revision)
        {
            return null;
        }

        request.TaskDefinition = revision;
        return new ServiceDifference("taskDefinition", TaskDefinitionRevision.NameOf(live.TaskDefinition), TaskDefinitionRevision.NameOf(revision) ?? NewRevision);
    }

    private static void RefuseImpossible(IEnumerable<ServiceSetting> differing, DesiredService desired, Service live)
    {
        var problems = differing
            .Where(setting => !setting.CanChange(desired))
            .Select(setting => new Problem(
                $"ECS cannot change {setting.Name} of the service {desired.ServiceName} in place: "
                    + $"it is {Text(setting.Live(live)) ?? "not set"} and shall be {Text(setting.Wanted(desired)) ?? "not set"}",
                $"delete the service and deploy again: aws ecs delete-service --cluster {desired.Cluster} --service {desired.ServiceName} --force"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new FailureException(problems, ExitCode.Failed);
        }
    }

    private static string? Text(JsonNode? value) => value is JsonValue simple && simple.TryGetValue<string>(out var text) ? text : value?.ToJsonString(EcsJson.Readable);
}
