using System.Text.Json.Nodes;
using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Services;

/// <summary>What turns a live service into the desired one.</summary>
/// <param name="Differences">Empty when there is nothing to do.</param>
/// <param name="Request">Names only what differs: ECS makes a new deployment for some settings even when they are sent unchanged.</param>
public sealed record ServiceChange(IReadOnlyList<ServiceDifference> Differences, UpdateServiceRequest Request)
{
    /// <param name="revision">ARN of the wanted task definition.</param>
    /// <exception cref="FailureException">ECS cannot change a setting in place.</exception>
    public static ServiceChange Between(DesiredService desired, string revision, Service live)
    {
        var request = new UpdateServiceRequest { Cluster = desired.Cluster, Service = desired.ServiceName };
        var differing = ServiceSetting.All.Where(setting => !JsonNode.DeepEquals(setting.Wanted(desired), setting.Live(live))).ToList();
        RefuseImpossible(differing, desired, live);
        differing.ForEach(setting => setting.Change!(desired, request));

        var differences = differing.Select(setting => new ServiceDifference(setting.Name, Text(setting.Live(live)), Text(setting.Wanted(desired)))).ToList();
        if (live.TaskDefinition != revision)
        {
            request.TaskDefinition = revision;
            differences.Insert(0, new ServiceDifference("taskDefinition", TaskDefinitionRevision.NameOf(live.TaskDefinition), TaskDefinitionRevision.NameOf(revision)));
        }

        return new ServiceChange(differences, request);
    }

    private static void RefuseImpossible(IEnumerable<ServiceSetting> differing, DesiredService desired, Service live)
    {
        var problems = differing
            .Where(setting => setting.Change is null)
            .Select(setting => new Problem(
                $"ECS cannot change {setting.Name} of the service {desired.ServiceName} in place: it is {Text(setting.Live(live)) ?? "not set"} and shall be {Text(setting.Wanted(desired))}",
                $"delete the service and deploy again: aws ecs delete-service --cluster {desired.Cluster} --service {desired.ServiceName} --force"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new FailureException(problems, ExitCode.Failed);
        }
    }

    private static string? Text(JsonNode? value) => value is JsonValue simple && simple.TryGetValue<string>(out var text) ? text : value?.ToJsonString();
}
