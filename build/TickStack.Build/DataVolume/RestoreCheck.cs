using TickStack.Build.Ecs;

namespace TickStack.Build.DataVolume;

/// <summary>No restore is under way.</summary>
public sealed class RestoreCheck(UnfinishedRestore restore) : IServiceCheck
{
    public Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken) =>
        restore.ProblemsAsync(cancellationToken);
}
