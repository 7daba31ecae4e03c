namespace TickStack.Build.Services.Operations;

/// <summary>A deployment of a service that ECS brought to its end.</summary>
/// <param name="TaskDefinition">ARN.</param>
/// <param name="FinishedAt">UTC; null while ECS has not noted it.</param>
public sealed record CompletedDeployment(string TaskDefinition, DateTime? FinishedAt)
{
    public string Name => TaskDefinitionRevision.NameOf(TaskDefinition)!;
}
