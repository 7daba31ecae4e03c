namespace TickStack.Build.Terraform;

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

/// <summary>A change of one root that is planned, saved, shown, and then carried out exactly so.</summary>
/// <param name="Root">Whose state it changes.</param>
/// <param name="Name">Of its files, so that none is ever taken for another.</param>
public sealed record TerraformPlan(TerraformRoot Root, string Name)
{
    /// <summary>Whether it takes away what is there, instead of making what the configuration says.</summary>
    public bool Destroys { get; init; }

    /// <summary>Addresses that it is limited to, beside what they hang on; everything when there are none.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether it is made from the copy of the configuration that forbids nothing.</summary>
    public bool Unprotected { get; init; }

    /// <summary>What "terraform apply" takes.</summary>
    public string File => $"{this}/{Name}.tfplan";

    /// <summary>What people read.</summary>
    public string TextFile => $"{this}/{Name}.txt";

    /// <summary>As messages name it: "terraform/cluster".</summary>
    public override string ToString() => $"terraform/{Root.Name}";
}
