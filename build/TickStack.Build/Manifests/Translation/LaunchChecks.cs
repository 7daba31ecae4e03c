using TickStack.Build.Documents;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

/// <summary>What a launch type does not have.</summary>
internal static class LaunchChecks
{
    /// <param name="ecsParams">What is asked for.</param>
    /// <param name="launchType">Null: the cluster decides, and nothing is known.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(EcsParams ecsParams, string? launchType, ProblemLog problems)
    {
        switch (launchType)
        {
            case "FARGATE":
                Fargate(ecsParams, problems);
                break;
            case "EC2" when ecsParams.Network is { AssignPublicIp: "ENABLED" } network:
                problems.Add("EC2 gives no task a public address", "leave assign_public_ip out, and reach the internet through a NAT gateway", network.Location);
                break;
            case "EXTERNAL":
                External(ecsParams, problems);
                break;
        }
    }

    private static void Fargate(EcsParams ecsParams, ProblemLog problems)
    {
        if (ecsParams.NetworkMode?.Value != "awsvpc" || ecsParams.TaskCpu is null || ecsParams.TaskMemory is null)
        {
            problems.Add("FARGATE needs network mode awsvpc and task_size with cpu_limit and mem_limit", null, ecsParams.Start);
        }

        if (ecsParams.TaskPlacementConstraints.Count + ecsParams.PlacementConstraints.Count + ecsParams.PlacementStrategy.Count > 0)
        {
            problems.Add("FARGATE has no instances to place tasks on", "leave placement_constraints and task_placement out", ecsParams.Start);
        }
    }

    private static void External(EcsParams ecsParams, ProblemLog problems)
    {
        if (ecsParams.NetworkMode is { Value: "awsvpc" } mode)
        {
            problems.Add("EXTERNAL instances have no network mode awsvpc", "use bridge, host or none", mode.Location);
        }

        if (ecsParams.ServiceDiscovery is { } discovery)
        {
            problems.Add("EXTERNAL instances have no service discovery", "leave it out", discovery.Location);
        }
    }
}
