using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.S3;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Settings;
using TickStack.Failures;

namespace TickStack.Build.Terraform;

/// <summary>Who holds the lock on a root's state.</summary>
/// <param name="Id">What "terraform force-unlock" takes.</param>
/// <param name="Operation">As Terraform calls it: "OperationTypeApply".</param>
/// <param name="Who">"user@host".</param>
/// <param name="Created">By the clock of that host.</param>
public sealed partial record StateLock(string Id, string Operation, string Who, DateTimeOffset Created)
{
    private const string Prefix = "OperationType";

    /// <summary>"an apply", "a plan"; Terraform's own word for what is neither.</summary>
    public string Doing => Operation switch
    {
        Prefix + "Apply" => "an apply",
        Prefix + "Plan" => "a plan",
        _ => Operation.StartsWith(Prefix, StringComparison.Ordinal) ? Operation[Prefix.Length..] : Operation,
    };

    /// <summary>Of the object that the S3 backend puts beside the state: { "ID", "Operation", "Who", "Created", … }.</summary>
    public static StateLock Parse(string json) => JsonSerializer.Deserialize<StateLock>(json, JsonSerializerOptions.Web)!;

    /// <summary>Of what Terraform prints when another one holds the lock; null when that is not what it prints.</summary>
    public static StateLock? In(string text)
    {
        var match = LockInfo().Match(text);
        return match.Success
            ? new StateLock(match.Groups["id"].Value, match.Groups["operation"].Value, match.Groups["who"].Value, Time(match.Groups["created"].Value))
            : null;
    }

    // Go's own format, "2026-01-31 12:34:56.789012345 +0000 UTC": in nanoseconds, and always in UTC.
    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text.Split('.')[0].Replace(" +0000 UTC", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MinValue;

    // A frame of bars stands before each line on some terminals.
    [GeneratedRegex(
        @"^\W*ID: +(?<id>[0-9A-Za-z-]+)\s*$.*?^\W*Operation: +(?<operation>\S+)\s*$.*?^\W*Who: +(?<who>\S+)\s*$.*?^\W*Created: +(?<created>[^\r\n]+?)\s*$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex LockInfo();
}

/// <summary>A lock that a terraform of this checkout holds, written down while it does: whoever is killed cannot remove it.</summary>
/// <param name="Id">The lock's.</param>
/// <param name="Process">The terraform that holds it, as a <see cref="ProcessIdentity"/> is written.</param>
/// <param name="Machine">Where that process's id means something.</param>
internal sealed record HeldLock(string Id, string Process, string Machine)
{
    /// <summary>Host name and, on Linux, the space of process ids: two containers can share a name, and a checkout.</summary>
    public static string ThisMachine { get; } = $"{Environment.MachineName} {ProcessSpace()}".TrimEnd();

    private static string? ProcessSpace() => OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
}

/// <summary>The locks that Terraform's S3 backend puts beside the states (use_lockfile).</summary>
public sealed class StateLocks(IAmazonS3 s3, StackSettings settings)
{
    /// <returns>Null when nobody holds the lock.</returns>
    public Task<StateLock?> FindAsync(TerraformRoot root, CancellationToken cancellationToken) =>
        AwsCall.FindAsync($"reading the lock of terraform/{root.Name}", exception => exception is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound }, async () =>
        {
            using var found = await s3.GetObjectAsync(settings.StateBucket, $"{root.StateKey(settings.Name)}.tflock", cancellationToken);
            using var reader = new StreamReader(found.ResponseStream);
            return StateLock.Parse(await reader.ReadToEndAsync(cancellationToken));
        });
}

/// <summary>Says who holds the lock that a terraform command has run into.</summary>
public sealed class LockedState(RootFolders folders)
{
    /// <param name="root">Whose state it is.</param>
    /// <param name="doing">"terraform apply of terraform/cluster".</param>
    /// <param name="failure">What the command failed with.</param>
    /// <returns>The same failure when it has another cause.</returns>
    public FailureException Explain(TerraformRoot root, string doing, FailureException failure) => StateLock.In(failure.Message) is { } held
        ? new FailureException(
            $"{doing} did not begin: the state is locked by {held.Who}, for {held.Doing} since {held.Created:yyyy-MM-dd HH:mm:ss} UTC (lock {held.Id}).",
            $"Wait until that run has ended, then run the target again. Only if its process is gone: {Unlock(root)} {held.Id}",
            ExitCode.Failed,
            failure)
        : failure;

    private string Unlock(TerraformRoot root) => $"TF_DATA_DIR={folders.WorkingData(root)} terraform -chdir={folders.Configuration(root)} force-unlock";
}
