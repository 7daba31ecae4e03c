using System.ComponentModel;
using System.Diagnostics;
using TickStack.Build.Processes;

namespace TickStack.Build.Terraform;

/// <summary>Terraforms of this machine and their providers, which are processes of their own.</summary>
public sealed class TerraformProcesses(RunningProcesses processes, ChildProcesses children)
{
    private const string Terraform = "terraform";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Start times are told in hundredths of a second, from a boot that is known to the second.
    private static readonly TimeSpan Inexactness = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Ends the providers that live on although their terraform was killed. They are told apart by what they inherited from it; only Linux
    /// shows that.
    /// </summary>
    /// <param name="workingData">TF_DATA_DIR of the root.</param>
    public async Task EndOrphanedProvidersAsync(string workingData, CancellationToken cancellationToken)
    {
        foreach (var id in OperatingSystem.IsLinux() ? Find(process => IsOrphanedProvider(process, workingData)) : [])
        {
            if (await processes.FindAsync(id, cancellationToken) is { } provider)
            {
                await processes.EndAsync(provider, Patience, cancellationToken);
            }
        }
    }

    /// <summary>Whether a terraform that this run has not started lives, and is old enough to have taken the lock.</summary>
    public bool OthersMayHold(StateLock held) =>
        Find(process => IsTerraform(process) && !children.Contains(process.Id) && MayHold(process, held)).Count > 0;

    private static bool MayHold(Process process, StateLock held)
    {
        try
        {
            return process.StartTime.ToUniversalTime() <= held.Created + Inexactness && (!OperatingSystem.IsLinux() || MayKnowTheBucket(process.Id));
        }
        catch (InvalidOperationException)
        {
            // It has ended.
            return false;
        }
        catch (Win32Exception)
        {
            // Nobody may look at it.
            return true;
        }
    }

    // Another user's variables cannot be read, and another user's lock says so itself. Two addresses of AWS may lead to one bucket; an
    // emulator on this machine has buckets of its own, so that two sandboxes do not wait for each other's terraform.
    private static bool MayKnowTheBucket(int id)
    {
        var variables = VariablesOf(id);
        var (theirs, ours) = (S3Endpoint(name => Value(variables, name)), S3Endpoint(Environment.GetEnvironmentVariable));
        return variables.Length > 0 && (theirs == ours || !(IsOnThisMachine(theirs) || IsOnThisMachine(ours)));
    }

    private static string? S3Endpoint(Func<string, string?> variable) => variable("AWS_ENDPOINT_URL_S3") ?? variable("AWS_ENDPOINT_URL");

    private static bool IsOnThisMachine(string? endpoint) => Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static string? Value(IEnumerable<string> variables, string name) =>
        variables.FirstOrDefault(variable => variable.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static bool IsTerraform(Process process) => process.ProcessName.StartsWith(Terraform, StringComparison.Ordinal) && !IsProvider(process);

    private static bool IsProvider(Process process) => process.ProcessName.StartsWith($"{Terraform}-provider", StringComparison.Ordinal);

    private static bool IsOrphanedProvider(Process process, string workingData) =>
        IsProvider(process)
        && Value(VariablesOf(process.Id), "TF_DATA_DIR") == workingData
        && ParentOf(process.Id) != Terraform;

    private static List<int> Find(Func<Process, bool> condition)
    {
        var all = Process.GetProcesses();
        try
        {
            return [.. all.Where(condition).Select(process => process.Id)];
        }
        finally
        {
            Array.ForEach(all, process => process.Dispose());
        }
    }

    private static string[] VariablesOf(int id) => ProcFile.Words(id, "environ");

    private static string ParentOf(int id) => ProcessIdentity.ParentIn(ProcFile.Read(id, "stat")) is { } parent ? ProcFile.Read(parent, "comm").Trim() : "";
}
