using TickStack.Build.Infrastructure;

namespace TickStack.Build.Tasks.Steps;

/// <summary>What is there to destroy.</summary>
/// <param name="Services">Names of the services that ECS knows, in the order of their removal.</param>
/// <param name="Cluster">What the state of terraform/cluster holds.</param>
/// <param name="Registry">What the state of terraform/registry holds; not looked at, and empty, without the data.</param>
/// <param name="IncludesData">Whether what holds data goes as well.</param>
public sealed record DestroyScope(IReadOnlyList<string> Services, IReadOnlyList<StateResource> Cluster, IReadOnlyList<StateResource> Registry, bool IncludesData)
{
    /// <summary>Volumes that restores have replaced: Terraform knows none of them.</summary>
    public IReadOnlyList<string> Replaced { get; init; } = [];

    /// <summary>Resources of terraform/cluster that go.</summary>
    public int Going => Cluster.Count(resource => IncludesData || !DataResources.Include(resource.Address));

    public bool IsEmpty => Services.Count + Going + Registry.Count == 0;

    public string? Volume => Of("aws_ebs_volume")?.Id;

    public string? Key => Of("aws_kms_key")?.Id;

    public int Secrets => Cluster.Count(resource => resource.Type == "aws_secretsmanager_secret");

    public int Repositories => Registry.Count(resource => resource.Type == "aws_ecr_repository");

    /// <summary>How long AWS waits before it deletes the key.</summary>
    public int KeyDeletionDays => Of("aws_kms_key")?.Attributes.GetProperty("deletion_window_in_days").GetInt32() ?? 0;

    private StateResource? Of(string type) => Cluster.FirstOrDefault(resource => resource.Type == type);
}
