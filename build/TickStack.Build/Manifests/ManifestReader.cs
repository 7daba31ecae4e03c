using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Manifests.Compose;
using TickStack.Build.Manifests.Format;
using TickStack.Build.Manifests.Params;

namespace TickStack.Build.Manifests;

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
        CheckServices(composeFile, paramsFile, context.Problems);
        context.Problems.ThrowIfAny();
        return (composeFile!, paramsFile!);
    }

    private static void CheckServices(ComposeFile? compose, EcsParams? ecsParams, ProblemLog problems)
    {
        if (compose is null || ecsParams is null)
        {
            return;
        }

        var names = compose.Services.Select(service => service.Name).ToList();
        foreach (var unknown in ecsParams.Services.Values.Where(service => !names.Contains(service.Name)))
        {
            problems.Add($"{compose.File} has no service '{unknown.Name}'", Suggestion.Remedy(unknown.Name, names), unknown.Location);
        }
    }
}
