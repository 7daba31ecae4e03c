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
        if (composeFile is not null)
        {
            ReferenceChecks.Check(composeFile, paramsFile ?? EcsParams.None, context.Problems);
        }

        context.Problems.ThrowIfAny();
        return (composeFile!, paramsFile!);
    }
}
