using DiffPlex.Renderer;

namespace TickStack.Build.Services.Differences;

/// <summary>What a deploy would change in a service, as a unified diff of its settings and its task definition. Empty when nothing.</summary>
public static class ServiceDiff
{
    private const int Context = 3;

    public static string Of(ServicePlan plan)
    {
        var (live, desired) = (ServiceText.Live(plan), ServiceText.Desired(plan));
        if (live == desired)
        {
            return "";
        }

        var name = plan.Desired.ServiceName;
        var before = plan.Live is { } service ? $"{name} (live, {TaskDefinitionRevision.NameOf(service.TaskDefinition)})" : $"{name} (does not exist)";
        var after = $"{name} (desired, {TaskDefinitionRevision.NameOf(plan.Revision?.TaskDefinitionArn) ?? ServiceChange.NewRevision})";
        return UnidiffRenderer.GenerateUnidiff(live, desired, before, after, contextLines: Context).TrimEnd();
    }
}
