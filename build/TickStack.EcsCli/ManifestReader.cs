namespace TickStack.EcsCli;

/// <summary>Reads a service's two files, so that the problems of both come out together.</summary>
public static class ManifestReader
{
    /// <param name="compose">docker-compose.yml.</param>
    /// <param name="ecsParams">ecs-params.yml; null: there is none.</param>
    /// <param name="context">Variables, and files beside the compose file.</param>
    /// <exception cref="FailureException">Everything that is wrong with either.</exception>
    public static (ComposeFile Compose, EcsParams EcsParams) Read(ManifestSource compose, ManifestSource? ecsParams, ReadingContext context)
    {
        var composeFile = context.Problems.Collect(() => new ComposeReader(context).Read(compose));
        var paramsFile = ecsParams is null ? EcsParams.None : context.Problems.Collect(() => new EcsParamsReader(context).Read(ecsParams));
        if (composeFile is not null)
        {
            ReferenceChecks.Check(composeFile, paramsFile ?? EcsParams.None, context.Problems);
        }

        context.Problems.ThrowIfAny();
        return (composeFile!, paramsFile!);
    }
}

/// <summary>Names of services, wherever one file names them. They are judged while reading: a service is known however much else is wrong with it.</summary>
internal static class ReferenceChecks
{
    public static void Check(ComposeFile compose, EcsParams ecsParams, ProblemLog problems)
    {
        IReadOnlyList<string> names = [.. compose.Services.Select(service => service.Name)];
        foreach (var (name, message, location) in Compose(compose).Concat(Params(compose, ecsParams)).Where(reference => !names.Contains(reference.Name)))
        {
            problems.Add(message, Suggestion.Remedy(name, names), location);
        }
    }

    private static IEnumerable<(string Name, string Message, SourceLocation Location)> Compose(ComposeFile compose)
    {
        foreach (var service in compose.Services)
        {
            foreach (var link in service.Links)
            {
                var name = link.Value.Split(':')[0];
                yield return (name, $"there is no service '{name}' to link to", link.Location);
            }

            foreach (var from in service.VolumesFrom)
            {
                yield return (from.Container, $"there is no service '{from.Container}' to take volumes from", from.Location);
            }
        }
    }

    private static IEnumerable<(string Name, string Message, SourceLocation Location)> Params(ComposeFile compose, EcsParams ecsParams)
    {
        foreach (var service in ecsParams.Services.Values)
        {
            yield return (service.Name, $"{compose.File} has no service '{service.Name}'", service.Location);
            foreach (var dependency in service.DependsOn)
            {
                yield return (dependency.Container, $"'{service.Name}' waits for '{dependency.Container}', which does not exist", dependency.Location);
            }
        }

        if (ecsParams.ServiceDiscovery is { ContainerName: { } container } discovery)
        {
            yield return (container, $"service_discovery names the container '{container}', which does not exist", discovery.Location);
        }
    }
}
