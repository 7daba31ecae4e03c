namespace TickStack.Build.Terraform;

/// <summary>A saved plan as "terraform show -json" prints it; members that nobody here reads are left out.</summary>
public sealed record PlanJson
{
    public IReadOnlyList<PlannedResource> ResourceChanges { get; init; } = [];

    /// <exception cref="FailureException">It is in another format.</exception>
    public static PlanJson Read(TerraformPlan plan, string json) =>
        TerraformJson.Read<PlanJson>($"terraform show -json of {plan}", json, ("format_version", "1"));

    /// <returns>Null when the plan does not speak of it.</returns>
    public PlannedResource? Find(string address) => ResourceChanges.FirstOrDefault(resource => resource.Address == address);
}

/// <summary>What a plan says of one resource; it may be that the resource stays as it is.</summary>
public sealed record PlannedResource
{
    /// <summary>"aws_ecr_repository.component["telegraf"]".</summary>
    public required string Address { get; init; }

    /// <summary>"aws_ecr_repository".</summary>
    public required string Type { get; init; }

    /// <summary>"replace_because_tainted", …; null where Terraform gives none.</summary>
    public string? ActionReason { get; init; }

    public required PlannedChange Change { get; init; }

    /// <summary>Null for "no-op" and "read", which change nothing.</summary>
    public ChangeAction? Action => Change.Actions switch
    {
        ["create"] => ChangeAction.Create,
        ["update"] => ChangeAction.Update,
        var actions when actions.Contains("delete") => actions.Contains("create") ? ChangeAction.Replace : ChangeAction.Destroy,
        _ => null,
    };
}

/// <summary>A resource's values on both sides of a change; never to be shown as a whole. A side or mark that the plan leaves out is undefined.</summary>
public sealed record PlannedChange
{
    public required IReadOnlyList<string> Actions { get; init; }

    public JsonElement Before { get; init; }

    public JsonElement After { get; init; }

    /// <summary>Marks have the shape of the values, cut off with "true" where a value is marked as a whole.</summary>
    public JsonElement AfterUnknown { get; init; }

    public JsonElement BeforeSensitive { get; init; }

    public JsonElement AfterSensitive { get; init; }

    /// <summary>The arguments that only another resource can have: names, and indexes of lists.</summary>
    public IReadOnlyList<IReadOnlyList<JsonElement>> ReplacePaths { get; init; } = [];
}
