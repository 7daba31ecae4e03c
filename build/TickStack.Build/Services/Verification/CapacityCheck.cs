using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Services.Rollouts;
using TickStack.Build.Tools.Network;
using Service = Amazon.ECS.Model.Service;

namespace TickStack.Build.Services.Verification;

/// <summary>Some instance of the cluster has room for the task. One that was started a minute ago may still be on its way into the cluster.</summary>
public sealed class CapacityCheck(INetworkInterfaces interfaces, RolloutLimits limits, IRolloutReport report, TimeProvider time) : IServiceCheck
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var hosts = await HostsAsync(plan, cancellationToken);
        var needs = TaskNeeds.Of(TaskDefinitionForm.Of(plan.Desired.TaskDefinition));
        var shortfalls = hosts.Select(host => (host.Name, Missing: host.After(Ending(plan)).Shortfall(needs))).ToList();
        return shortfalls.Any(host => host.Missing.Count == 0) ? [] : [Problem(plan, shortfalls)];
    }

    // With several instances it is not known here which of them runs the old task: then this errs towards letting ECS decide.
    private static TaskNeeds Ending(ServicePlan plan) =>
        plan is { Live: { } live, LiveDefinition: { } running, Desired.Rollout.MaximumPercent: <= 100 } && HasTasks(live)
            ? TaskNeeds.Of(TaskDefinitionForm.Of(running))
            : TaskNeeds.None;

    // A task has its interface before it runs, and keeps it while it stops: then no count tells of it, only its deployment.
    private static bool HasTasks(Service live) => live.RunningCount > 0 || live.PendingCount > 0 || live.Deployments?.Count > 1;

    private async Task<IReadOnlyList<HostRoom>> HostsAsync(ServicePlan plan, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var ready = await plan.Calls.ReadyAsync(plan.Desired.Cluster, cancellationToken);
        if (ready.Count == 0)
        {
            report.News(plan.Desired.ServiceName, $"no instance has joined the cluster {plan.Desired.Cluster} yet; waiting for one, {limits.Timeout.TotalSeconds:0} s at most");
        }

        while (ready.Count == 0 && time.GetElapsedTime(start) < limits.Timeout)
        {
            await Task.Delay(Pause, time, cancellationToken);
            ready = await plan.Calls.ReadyAsync(plan.Desired.Cluster, cancellationToken);
        }

        return await Task.WhenAll(ready.Select(async instance =>
            HostRoom.Of(instance, instance.Ec2InstanceId is { } id ? await interfaces.FreeAsync(id, cancellationToken) : null)));
    }

    private static Problem Problem(ServicePlan plan, List<(string Name, IReadOnlyList<string> Missing)> shortfalls) => shortfalls.Count == 0
        ? new Problem(
            $"the cluster {plan.Desired.Cluster} has no instance that is active and connected",
            "look at the instance's start-up log (/var/log/cloud-init-output.log): it joins only once the data volume is mounted")
        : new Problem(
            $"no instance has room for a task of {plan.Desired.ServiceName}: {string.Join("; ", shortfalls.Select(host => $"{host.Name} {string.Join(", ", host.Missing)}"))}",
            "a larger instance type is one line of the environment's settings (infrastructure.instanceType); the reservations stand in the service's ecs-params.yml");
}
