namespace TickStack.Build.Infrastructure;

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
