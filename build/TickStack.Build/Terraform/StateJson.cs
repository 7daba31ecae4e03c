using TickStack.Build.Stack;

namespace TickStack.Build.Terraform;

/// <summary>A root's state as "terraform state pull" prints it; what "terraform show -json" prints of a state is another format.</summary>
/// <param name="Resources">All that have an address. An object that is deposed has none of its own: it is destroyed with its resource.</param>
public sealed record StateJson(IReadOnlyList<StateResource> Resources)
{
    /// <summary>What Terraform manages; what it only reads is left out.</summary>
    public IReadOnlyList<StateResource> Managed => [.. Resources.Where(resource => resource.IsManaged)];

    /// <param name="root">Whose state it is, for messages.</param>
    /// <param name="json">Nothing at all before the first apply.</param>
    /// <exception cref="FailureException">It is in another format.</exception>
    public static StateJson Read(TerraformRoot root, string json)
    {
        var file = string.IsNullOrWhiteSpace(json)
            ? new StateFile()
            : TerraformJson.Read<StateFile>($"terraform state pull of terraform/{root.Name}", json, ("version", "4"));
        return new StateJson([.. file.Resources.SelectMany(block => block.Instances.Select(block.At)).DistinctBy(resource => resource.Address)]);
    }

    /// <returns>Null when the state does not hold it.</returns>
    public StateResource? Find(string address) => Resources.FirstOrDefault(resource => resource.Address == address);

    private sealed record StateFile
    {
        public IReadOnlyList<Block> Resources { get; init; } = [];
    }

    // What one block of the configuration has made: an instance for each key of its for_each.
    private sealed record Block
    {
        public string? Module { get; init; }

        public required string Mode { get; init; }

        public required string Type { get; init; }

        public required string Name { get; init; }

        public required IReadOnlyList<Instance> Instances { get; init; }

        public StateResource At(Instance instance) => new(AddressOf(instance), Type, instance.Attributes)
        {
            IsManaged = Mode == "managed",
            IsTainted = instance.Status == "tainted",
        };

        // As Terraform's commands take it.
        private string AddressOf(Instance instance)
        {
            var prefix = $"{(Module is null ? "" : $"{Module}.")}{(Mode == "data" ? "data." : "")}";
            var index = instance.IndexKey is { } key ? $"[{key.GetRawText()}]" : "";
            return $"{prefix}{Type}.{Name}{index}";
        }
    }

    private sealed record Instance
    {
        /// <summary>A text of for_each, or a number of count.</summary>
        public JsonElement? IndexKey { get; init; }

        public string? Status { get; init; }

        public JsonElement Attributes { get; init; }
    }
}

/// <summary>A resource that Terraform's state holds.</summary>
/// <param name="Address">"aws_ecr_repository.component["telegraf"]".</param>
/// <param name="Type">"aws_ecr_repository".</param>
/// <param name="Attributes">As the state has them; never to be shown as a whole.</param>
public sealed record StateResource(string Address, string Type, JsonElement Attributes)
{
    public bool IsManaged { get; init; }

    /// <summary>Whether Terraform would replace it, because making it has not come to its end.</summary>
    public bool IsTainted { get; init; }

    /// <summary>By which AWS knows it.</summary>
    public string Id => Attributes.Text("id") ?? Address;

    /// <summary>Whether it has the tag that every resource of the stack carries.</summary>
    /// <param name="stack">Name of the stack.</param>
    /// <returns>True as well for what cannot be tagged: such a thing has the stack's name in its own.</returns>
    public bool IsOf(string stack) => Attributes.Member("tags_all") is not { } tags || tags.Text(OwnerTags.Project) == stack;
}
