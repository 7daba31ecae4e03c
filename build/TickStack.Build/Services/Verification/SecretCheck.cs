using TickStack.Build.Errors;
using TickStack.Build.Tools.Secrets;

namespace TickStack.Build.Services.Verification;

/// <summary>Every secret and parameter that a container is given exists. Nothing reads a value.</summary>
public sealed class SecretCheck(ISecretReferences secrets) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var references = (plan.Desired.TaskDefinition.ContainerDefinitions ?? [])
            .SelectMany(container => (container.Secrets ?? []).Concat(container.LogConfiguration?.SecretOptions ?? []).Select(secret => (Container: container.Name!, From: secret.ValueFrom!)))
            .DistinctBy(reference => reference.From);
        var problems = await Task.WhenAll(references.Select(reference => ProblemAsync(reference.Container, reference.From, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(string container, string from, CancellationToken cancellationToken) =>
        await secrets.ExistsAsync(from, cancellationToken) ? null : new Problem($"{container}: the secret {from} does not exist, or is being deleted", "make it: --target=Apply-Infrastructure");
}
