using System.Diagnostics;
using TickStack.Build.Processes;

namespace TickStack.Build.Terraform;

/// <summary>Terraform's providers are processes of their own, and live on when their terraform is killed.</summary>
public sealed class OrphanedProviders(RunningProcesses processes)
{
    private const string Terraform = "terraform";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Ends the providers whose terraform is gone. They are told apart by what they inherited from it; only Linux shows that.</summary>
    /// <param name="workingData">TF_DATA_DIR of the root.</param>
    /// <param name="cancellationToken">The run's token.</param>
    public async Task EndAsync(string workingData, CancellationToken cancellationToken)
    {
        foreach (var id in OperatingSystem.IsLinux() ? Orphans(workingData) : [])
        {
            if (await processes.FindAsync(id, cancellationToken) is { } provider)
            {
                await processes.EndAsync(provider, Patience, cancellationToken);
            }
        }
    }

    private static List<int> Orphans(string workingData)
    {
        var all = Process.GetProcesses();
        try
        {
            return [.. all.Where(IsProvider).Select(process => process.Id).Where(id => Inherited(id, workingData) && ParentOf(id) != Terraform)];
        }
        finally
        {
            Array.ForEach(all, process => process.Dispose());
        }
    }

    private static bool IsProvider(Process process) => process.ProcessName.StartsWith($"{Terraform}-provider", StringComparison.Ordinal);

    private static bool Inherited(int id, string workingData) =>
        Read($"/proc/{id}/environ").Split('\0').Contains($"TF_DATA_DIR={workingData}", StringComparer.Ordinal);

    private static string ParentOf(int id) => ProcessIdentity.ParentIn(Read($"/proc/{id}/stat")) is { } parent ? Read($"/proc/{parent}/comm").Trim() : "";

    // A process may end at any time, and another user's may not be looked into.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
