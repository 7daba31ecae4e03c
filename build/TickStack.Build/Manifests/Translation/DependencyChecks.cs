using TickStack.Build.Documents;
using TickStack.Build.Manifests.Compose;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests.Translation;

/// <summary>The start order of a task's containers: it must wait for what can happen, and not run in circles.</summary>
internal static class DependencyChecks
{
    public static void Check(ComposeFile compose, EcsParams ecsParams, ProblemLog problems)
    {
        foreach (var service in ecsParams.Services.Values)
        {
            foreach (var dependency in service.DependsOn)
            {
                CheckTarget(service, dependency, compose, ecsParams, problems);
            }
        }

        if (Circle(ecsParams) is { } circular)
        {
            problems.Add($"'{circular.Name}' waits for itself", "break the circle of depends_on", circular.Location);
        }
    }

    private static void CheckTarget(
        ServiceParams service,
        Dependency dependency,
        ComposeFile compose,
        EcsParams ecsParams,
        ProblemLog problems)
    {
        var target = ecsParams.Services.GetValueOrDefault(dependency.Container);
        if (dependency.Condition is "COMPLETE" or "SUCCESS" && target?.Essential != false)
        {
            problems.Add(
                $"'{service.Name}' waits for the end of '{dependency.Container}', but the task ends with it",
                $"set 'essential: false' for {dependency.Container}",
                dependency.Location);
        }
        else if (dependency.Condition == "HEALTHY" && !HasHealthCheck(compose.Services.First(other => other.Name == dependency.Container), target))
        {
            var message = $"'{service.Name}' waits until '{dependency.Container}' is healthy, but it has no health check";
            problems.Add(message, "add one, or wait for START", dependency.Location);
        }
    }

    private static bool HasHealthCheck(ComposeService service, ServiceParams? target)
    {
        var probe = service.HealthCheck?.OverriddenBy(target?.HealthCheck) ?? target?.HealthCheck;
        return probe is { IsDisabled: false };
    }

    private static ServiceParams? Circle(EcsParams ecsParams)
    {
        var open = ecsParams.Services.Values.ToList();
        while (open.FirstOrDefault(service => service.DependsOn.All(on => open.All(other => other.Name != on.Container))) is { } free)
        {
            open.Remove(free);
        }

        return open.FirstOrDefault();
    }
}
