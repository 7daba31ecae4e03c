using TickStack.Build.Errors;
using TickStack.Build.Tools.Logs;

namespace TickStack.Build.Services.Verification;

/// <summary>Every log group exists: a container whose group does not never starts.</summary>
public sealed class LogGroupCheck(ILogGroups groups) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var logs = ContainerLog.Of(plan.Desired.TaskDefinition.ContainerDefinitions).DistinctBy(log => log.Group);
        var problems = await Task.WhenAll(logs.Select(log => ProblemAsync(log, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(ContainerLog log, CancellationToken cancellationToken) =>
        await groups.ExistsAsync(log.Group, cancellationToken) ? null : new Problem($"{log.Container}: the log group {log.Group} does not exist", "make it: --target=Apply-Infrastructure");
}
