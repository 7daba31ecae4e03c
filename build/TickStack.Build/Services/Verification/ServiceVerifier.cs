using TickStack.Build.Errors;

namespace TickStack.Build.Services.Verification;

/// <summary>Looks, before anything is changed, whether the tasks of a service could start.</summary>
public sealed class ServiceVerifier(IEnumerable<IServiceCheck> checks)
{
    /// <exception cref="FailureException">Everything that is missing.</exception>
    public async Task VerifyAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var problems = await Task.WhenAll(checks.Select(check => check.ProblemsAsync(plan, expected, cancellationToken)));
        if (problems.Any(found => found.Count > 0))
        {
            throw new FailureException([.. problems.SelectMany(found => found)], ExitCode.Unavailable);
        }
    }
}
