using TickStack.Build.Errors;

namespace TickStack.Build.Services.Verification;

/// <summary>One thing that must be so before a deploy may change anything.</summary>
public interface IServiceCheck
{
    /// <returns>All that is wrong; empty when nothing is.</returns>
    Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken);
}
