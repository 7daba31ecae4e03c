using System.Globalization;
using TickStack.Build.Settings;

namespace TickStack.Build.Tasks.Steps;

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
            .. scope.Volume is { } volume ? [$"Left: the final snapshot of {volume}, and its earlier snapshots, until someone deletes them."] : Array.Empty<string>(),
            .. scope.Key is { } key
                ? [string.Create(CultureInfo.InvariantCulture, $"None of them can be read after AWS deletes the key, on {now.AddDays(scope.KeyDeletionDays):yyyy-MM-dd}. Until then, to keep it: aws kms cancel-key-deletion --key-id {key}")]
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
            yield return $"  goes   {scope.Going} resources of terraform/cluster{string.Concat(Held(scope).Select((what, index) => index == 0 ? $", among them {what}" : $", {what}"))}";
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
        $"The data volume{Named(scope.Volume)}, its key and the secrets stay, and so do the image repositories: --target=Deploy makes the rest again and finds the data.";

    private static string Named(string? id) => id is null ? "" : $" {id}";
}
