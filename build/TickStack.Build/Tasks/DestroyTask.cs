using TickStack.Build.Artifacts;
using TickStack.Build.Options;
using TickStack.Build.Settings;
using TickStack.Build.Stack;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tasks;

/// <summary>Removes the services, then the cluster, then, when asked to, what holds data. A run that was cut short is finished by the next.</summary>
[TaskName("Destroy")]
[TaskDescription("Removes the services and the cluster; data volume, key, secrets and repositories stay, unless --include-data")]
public sealed class DestroyTask : CloudTask<DestroyOptions>
{
    protected override async Task RunInCloudAsync(BuildContext context, DestroyOptions options)
    {
        context.Confirmation.Check();
        var scope = await ReadAsync(context, options);
        if (scope.IsEmpty)
        {
            StaleResults.Delete(context.Artifacts, options.IncludeData);
            context.Steps.Note(DestroyNotice.Nothing(scope));
            return;
        }

        await context.Confirmation.RequireAsync(DestroyNotice.Before(scope, context.Settings), context.Cancellation);

        // From here on they do not hold, however this run ends.
        StaleResults.Delete(context.Artifacts, options.IncludeData);
        await DestroyAsync(context, scope);
        foreach (var line in DestroyNotice.After(scope, context.Time.GetUtcNow()))
        {
            context.Steps.Note(line);
        }
    }

    private static async Task<DestroyScope> ReadAsync(BuildContext context, DestroyOptions options)
    {
        var cluster = await context.Destruction.ReadAsync(TerraformRoot.Cluster, context.Cancellation);
        var registry = options.IncludeData ? await context.Destruction.ReadAsync(TerraformRoot.Registry, context.Cancellation) : [];
        var services = new List<string>();

        // The database last, as nobody writes to it any more.
        foreach (var name in StackService.All.Reverse().Select(service => service.NameIn(context.Settings.Name)))
        {
            if (await context.ServiceRemoval.IsThereAsync(ClusterOf(context), name, context.Cancellation))
            {
                services.Add(name);
            }
        }

        var replaced = await context.VolumeReplacement.ReplacedAsync(context.Cancellation);
        return new DestroyScope(services, cluster, registry, options.IncludeData) { Replaced = replaced };
    }

    // Services first: ECS refuses to delete a cluster that has any.
    private static async Task DestroyAsync(BuildContext context, DestroyScope scope)
    {
        foreach (var service in scope.Services)
        {
            await context.ServiceRemoval.RemoveAsync(ClusterOf(context), service, context.Cancellation);
        }

        if (scope.IncludesData)
        {
            await context.Destruction.DestroyWithDataAsync(TerraformRoot.Cluster, scope.Cluster, context.Cancellation);
            await context.Destruction.DestroyWithDataAsync(TerraformRoot.Registry, scope.Registry, context.Cancellation);
        }
        else
        {
            await context.Destruction.DestroyAsync(TerraformRoot.Cluster, scope.Cluster, context.Cancellation);
        }
    }

    // Terraform names the cluster so.
    private static string ClusterOf(BuildContext context) => context.Settings.Name;
}

/// <param name="IncludeData">Destroy what holds data, too.</param>
public sealed record DestroyOptions(bool IncludeData) : ITargetOptions<DestroyOptions>
{
    private static readonly KnownOption Data = new("include-data", null, "Destroy the data volume, its key and the image repositories too");

    public static IReadOnlyList<KnownOption> Known => [Data, Confirmation.Option];

    public static DestroyOptions Read(CommandLine line) => new(line.Has(Data));
}

/// <summary>What is there to destroy.</summary>
/// <param name="Services">Names of the services that ECS knows, in the order of their removal.</param>
/// <param name="Cluster">What the state of terraform/cluster holds.</param>
/// <param name="Registry">What the state of terraform/registry holds; not looked at, and empty, without the data.</param>
/// <param name="IncludesData">Whether what holds data goes as well.</param>
public sealed record DestroyScope(
    IReadOnlyList<string> Services, IReadOnlyList<StateResource> Cluster, IReadOnlyList<StateResource> Registry, bool IncludesData)
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
    public long KeyDeletionDays => Of("aws_kms_key")?.Attributes.Number("deletion_window_in_days") ?? 0;

    private StateResource? Of(string type) => Cluster.FirstOrDefault(resource => resource.Type == type);
}

/// <summary>What people are told before and after something is destroyed.</summary>
public static class DestroyNotice
{
    public static IReadOnlyList<string> Before(DestroyScope scope, StackSettings settings) =>
    [
        $"Destroying {settings.Environment} (account {settings.Account}, {settings.Region}):",
        .. scope.Services.Count == 0 ? [] : new[] { $"  goes   the services {string.Join(" and ", scope.Services)}" },
        .. scope.IncludesData ? BeforeWithData(scope) : BeforeWithoutData(scope),
        .. Replaced(scope).Select(line => $"  stays  {line}"),
        $"  stays  the bucket {settings.StateBucket} with Terraform's state",
    ];

    /// <param name="scope">What was there.</param>
    /// <param name="now">When the key was given to AWS for deletion.</param>
    public static IReadOnlyList<string> After(DestroyScope scope, DateTimeOffset now) => scope.IncludesData
        ?
        [
            "Everything is destroyed; the bucket with Terraform's state stays.",
            .. Replaced(scope).Select(line => $"Left: {line}"),
            .. scope.Volume is { } volume ? [$"Left: the final snapshot of {volume}, and its earlier snapshots, until someone deletes them."]
                : Array.Empty<string>(),
            .. scope.Key is { } key
                ? [string.Create(CultureInfo.InvariantCulture,
                    $"None of them can be read after AWS deletes the key, on {now.AddDays(scope.KeyDeletionDays):yyyy-MM-dd}. ")
                    + $"Until then, to keep it: aws kms cancel-key-deletion --key-id {key}"]
                : Array.Empty<string>(),
        ]
        : [Kept(scope)];

    private static string[] Replaced(DestroyScope scope) =>
        scope.Replaced.Count == 0 ? [] : [$"what a restore has replaced, until someone deletes it: {string.Join(", ", scope.Replaced)}"];

    /// <summary>When there is nothing to destroy.</summary>
    public static string Nothing(DestroyScope scope) => scope.IncludesData || scope.Cluster.Count == 0
        ? "Nothing is there to destroy: no service, and nothing in Terraform's state."
        : $"Nothing is there to destroy. {Kept(scope)}";

    private static string[] BeforeWithoutData(DestroyScope scope) =>
    [
        $"  goes   {scope.Going} resources of terraform/cluster: instance, cluster, network rules, names, roles, logs, alarms",
        $"  stays  the data volume{Named(scope.Volume)} with all that is on it, its key{Named(scope.Key)} and {scope.Secrets} secrets",
        "  stays  the image repositories",
    ];

    // An earlier run may have been cut short anywhere in between.
    private static IEnumerable<string> BeforeWithData(DestroyScope scope)
    {
        if (scope.Going > 0)
        {
            yield return $"  goes   {scope.Going} resources of terraform/cluster"
                + string.Concat(Held(scope).Select((what, index) => index == 0 ? $", among them {what}" : $", {what}"));
        }

        if (scope.Repositories > 0)
        {
            yield return $"  goes   {scope.Repositories} image repositories with every image in them";
        }

        if (scope.Volume is not null)
        {
            yield return "  stays  a final snapshot of the volume, which Terraform takes first; earlier snapshots stay too";
        }

        if (scope.Key is not null)
        {
            yield return $"         No snapshot can be read any more once AWS deletes the key, {scope.KeyDeletionDays} days from now.";
        }
    }

    private static IEnumerable<string> Held(DestroyScope scope) => new[]
    {
        scope.Volume is { } volume ? $"the DATA VOLUME {volume}" : null,
        scope.Key is { } key ? $"its key {key}" : null,
        scope.Secrets > 0 ? $"{scope.Secrets} secrets" : null,
    }.OfType<string>();

    private static string Kept(DestroyScope scope) =>
        $"The data volume{Named(scope.Volume)}, its key and the secrets stay, and so do the image repositories: "
            + "--target=Deploy makes the rest again and finds the data.";

    private static string Named(string? id) => id is null ? "" : $" {id}";
}

/// <summary>Results of earlier targets that speak of what is no longer there: without them, later targets say what to run first.</summary>
public static class StaleResults
{
    public static void Delete(ArtifactStore artifacts, bool includeData)
    {
        artifacts.DeleteAll("services");
        Delete(artifacts, TerraformRoot.Cluster);
        if (includeData)
        {
            artifacts.DeleteAll("images");
            Delete(artifacts, TerraformRoot.Registry);
        }
    }

    private static void Delete(ArtifactStore artifacts, TerraformRoot root)
    {
        artifacts.Delete(root.OutputsArtifact);
        artifacts.Delete(root.PlanArtifact);
        artifacts.Delete(root.Plan.File);
        artifacts.Delete(root.Plan.TextFile);
    }
}
