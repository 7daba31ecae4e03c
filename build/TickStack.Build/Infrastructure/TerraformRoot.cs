namespace TickStack.Build.Infrastructure;

/// <summary>One of the two Terraform configurations. The repositories outlive a cluster, so they have a state of their own.</summary>
/// <param name="Name">Folder below terraform/, and name of the state object.</param>
/// <param name="Title">As messages name it.</param>
/// <param name="ApplyTarget">The target that applies it.</param>
public sealed record TerraformRoot(string Name, string Title, string ApplyTarget)
{
    public static TerraformRoot Registry { get; } = new("registry", "image repositories", "Apply-Registry");

    public static TerraformRoot Cluster { get; } = new("cluster", "cluster", "Apply-Infrastructure");

    /// <summary>What an apply carries out.</summary>
    public TerraformPlan Plan => new(this, "plan");

    public string OutputsArtifact => $"infrastructure/{Name}.json";

    /// <summary>Of the state's object in the bucket; its lock is the same with ".tflock" behind.</summary>
    /// <param name="stack">Name of the stack.</param>
    public string StateKey(string stack) => $"{stack}/{Name}.tfstate";

    /// <summary>There while an apply is at work, and when one was cut short.</summary>
    public string UnfinishedArtifact => $"terraform/{Name}/apply.unfinished";

    public string PlanArtifact => $"terraform/{Name}/plan.json";
}
