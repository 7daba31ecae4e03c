using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Services.Operations;

/// <summary>A service that is there, for the targets that work on what runs.</summary>
internal static class LiveService
{
    /// <exception cref="FailureException">There is none, or it is on its way out.</exception>
    public static async Task<Service> RequireAsync(EcsCalls calls, string cluster, string service, CancellationToken cancellationToken) =>
        await calls.FindServiceAsync(cluster, service, cancellationToken) is { Status: "ACTIVE" } live
            ? live
            : throw new FailureException($"the cluster {cluster} has no service {service}", "deploy it first: --target=Deploy", ExitCode.Unavailable);
}
