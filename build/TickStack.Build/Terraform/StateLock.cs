using Amazon.S3;
using TickStack.Build.Aws;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>Who holds the lock on a root's state.</summary>
/// <param name="Id">What "terraform force-unlock" takes.</param>
/// <param name="Operation">As Terraform calls it: "OperationTypeApply".</param>
/// <param name="Who">"user@host".</param>
/// <param name="Created">By the clock of that host.</param>
public sealed partial record StateLock(string Id, string Operation, string Who, DateTimeOffset Created)
{
    private const string Prefix = "OperationType";

    /// <summary>Who this process is, as Terraform writes it: user and host as the system names them, the host's domain included.</summary>
    public static string ThisUser { get; } =
        $"{(OperatingSystem.IsWindows() ? $@"{Environment.UserDomainName}\" : "")}{Environment.UserName}@{Dns.GetHostName()}";

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
        DateTimeOffset.TryParse(
            text.Split('.')[0].Replace(" +0000 UTC", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : DateTimeOffset.MinValue;

    // A frame of bars stands before each line on some terminals.
    [GeneratedRegex(
        @"^\W*ID: +(?<id>[0-9A-Za-z-]+)\s*$.*?^\W*Operation: +(?<operation>\S+)\s*$.*?^\W*Who: +(?<who>\S+)\s*$.*?^\W*Created: +(?<created>[^\r\n]+?)\s*$",
        RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex LockInfo();
}

/// <summary>The locks that Terraform's S3 backend puts beside the states (use_lockfile).</summary>
public sealed class StateLocks(IAmazonS3 s3, TerraformCommands terraform, StackSettings settings)
{
    /// <returns>Null when nobody holds the lock.</returns>
    public Task<StateLock?> FindAsync(TerraformRoot root, CancellationToken cancellationToken) =>
        AwsCall.FindAsync(
            $"reading the lock of terraform/{root.Name}", exception => exception is AmazonS3Exception { StatusCode: HttpStatusCode.NotFound }, async () =>
            {
                using var found = await s3.GetObjectAsync(settings.StateBucket, $"{root.StateKey(settings.Name)}.tflock", cancellationToken);
                using var reader = new StreamReader(found.ResponseStream);
                return Read(root, await reader.ReadToEndAsync(cancellationToken));
            });

    /// <summary>Removes the lock with this id and no other. Whoever calls it knows that nobody works under it.</summary>
    public Task RemoveAsync(TerraformRoot root, string id, CancellationToken cancellationToken) =>
        terraform.RunAsync(root, ["force-unlock", "-force", id], _ => { }, cancellationToken);

    private static StateLock Read(TerraformRoot root, string json)
    {
        try
        {
            return StateLock.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new FailureException(
                $"The lock of terraform/{root.Name} cannot be read: {exception.Message}", "Look at the object beside the state.", ExitCode.Failed, exception);
        }
    }
}

/// <summary>Says who holds the lock that a terraform command has run into.</summary>
public sealed partial class LockedState(RootFolders folders, CloudConnection cloud)
{
    // Of what a run sets for its children, what Terraform reads.
    private static readonly string[] Prefixes = ["AWS_", "TF_", "NO_PROXY", "no_proxy"];

    /// <param name="root">Whose state it is.</param>
    /// <param name="doing">"terraform apply of terraform/cluster".</param>
    /// <param name="failure">What the command failed with.</param>
    /// <returns>The same failure when it has another cause.</returns>
    public FailureException Explain(TerraformRoot root, string doing, FailureException failure) => StateLock.In(failure.Message) is { } held
        ? new FailureException(
            $"{doing} did not begin: the state is locked by {held.Who}, for {held.Doing} since {held.Created:yyyy-MM-dd HH:mm:ss} UTC (lock {held.Id}).",
            $"Wait until that run has ended, then run the target again. Only if its process is gone: {Unlock(root, held)}",
            ExitCode.Failed,
            failure)
        : failure;

    // A line for the user's own shell, whose environment has the credentials of an account, but not what the sandbox sets.
    private string Unlock(TerraformRoot root, StateLock held)
    {
        var read = cloud.Changes
            .Where(variable => Prefixes.Any(prefix => variable.Key.StartsWith(prefix, StringComparison.Ordinal)))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .ToList();
        string[] words =
        [
            .. read.Where(variable => variable.Value is null).SelectMany(variable => new[] { "-u", variable.Key }),
            .. read.Where(variable => variable.Value is not null).Select(variable => $"{variable.Key}={variable.Value}"),
            $"TF_DATA_DIR={folders.WorkingData(root)}", "terraform", $"-chdir={folders.Configuration(root)}", "force-unlock", held.Id,
        ];
        return $"env {string.Join(' ', words.Select(ShellQuoted))}";
    }

    private static string ShellQuoted(string word) =>
        NeedsNoQuotes().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[\w@%+=:,./-]+$", RegexOptions.ECMAScript)]
    private static partial Regex NeedsNoQuotes();
}
