using TickStack.Build.Documents;
using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Rendering;

/// <summary>Fills the two templates of a service.</summary>
public static class ManifestRenderer
{
    /// <param name="service">Whose templates they are.</param>
    /// <param name="compose">ecs/SERVICE/docker-compose.yml.</param>
    /// <param name="ecsParams">ecs/SERVICE/ecs-params.yml.</param>
    /// <param name="model">Values of the placeholders.</param>
    /// <exception cref="FailureException">Every placeholder of both files that cannot be filled, with its place.</exception>
    public static RenderedManifests Render(StackService service, ManifestTemplate compose, ManifestTemplate ecsParams, ManifestModel model)
    {
        var problems = new ProblemLog();
        var composeText = compose.Fill(model, problems);
        var paramsText = ecsParams.Fill(model, problems);
        problems.ThrowIfAny();
        return new RenderedManifests(service, composeText!, paramsText!);
    }
}
