using TickStack.Build.Artifacts;
using TickStack.Build.Processes;

namespace TickStack.Build.Terraform;

/// <summary>
/// A terraform of this checkout that takes the lock on a root's state, written down from before its start until it has ended: whoever is
/// killed cannot remove its lock.
/// </summary>
/// <param name="Machine">Where a process id means something.</param>
/// <param name="Boot">Since when it does; empty where start times are dates.</param>
/// <param name="Process">
/// The terraform, or, as long as it has not started, the run that is about to start it: as a <see cref="ProcessIdentity"/> is written.
/// </param>
/// <param name="Began">Before its start, by the clock that the lock's own time is taken from.</param>
public sealed record LockingTerraform(string Machine, string Boot, string Process, DateTimeOffset Began)
{
    // It asks for the lock once (-lock-timeout is 0), after it has read its configuration and found its credentials: a few seconds after its start, or never.
    private static readonly TimeSpan Locking = TimeSpan.FromMinutes(1);

    /// <summary>The lock's, as soon as it is known.</summary>
    public string? LockId { get; init; }

    /// <summary>When it was seen to have ended; null when nobody was there to see it.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Host name and, on Linux, the installation and its space of process ids: two containers can share a name, and a checkout.</summary>
    public static string ThisMachine { get; } = $"{Environment.MachineName} {Line("/etc/machine-id")} {ProcessSpace()}".Trim();

    public static string ThisBoot { get; } = Line("/proc/sys/kernel/random/boot_id");

    public static LockingTerraform BeginningNow(ProcessIdentity run, TimeProvider time) => new(ThisMachine, ThisBoot, $"{run}", time.GetUtcNow());

    /// <summary>Whether it has left this lock, once it is known to be gone. The id proves it, but is known only after Terraform has said something that it says
    /// under the lock. Without it there are the lock's own words: this user, on this host, within the time in which this terraform could have taken it. Another
    /// checkout of the same user may have done just that in its stead, which only its living terraform can tell: see <see
    /// cref="TerraformProcesses.OthersMayHold"/>. Where there is none, the lock is a dead one, whoever has left it.</summary>
    public bool HasLeft(StateLock held) => LockId is { } id ? id == held.Id : held.Who == StateLock.ThisUser && IsOfItsTime(held);

    private bool IsOfItsTime(StateLock held) => held.Created >= Began && held.Created <= Began + Locking && (Ended is not { } ended || held.Created <= ended);

    private static string ProcessSpace() => OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : "";

    private static string Line(string file) => OperatingSystem.IsLinux() && File.Exists(file) ? File.ReadAllText(file).Trim() : "";
}

/// <summary>What is written down about one terraform. Each has a file of its own: two runs of one checkout do not overwrite each other's.</summary>
internal sealed class TerraformRecord(ArtifactStore artifacts, string name, LockingTerraform terraform)
{
    private readonly Lock gate = new();

    public LockingTerraform Terraform { get; private set; } = terraform;

    public static TerraformRecord Of(ArtifactStore artifacts, TerraformRoot root, LockingTerraform beginning)
    {
        var record = new TerraformRecord(artifacts, $"{Folder(root)}/{Guid.NewGuid():N}.json", beginning);
        record.Write(terraform => terraform);
        return record;
    }

    /// <summary>Those of runs that are at work, and of runs that were killed.</summary>
    public static IReadOnlyList<TerraformRecord> All(ArtifactStore artifacts, TerraformRoot root) =>
        [.. artifacts.Names(Folder(root)).Select(name => Find(artifacts, name)).OfType<TerraformRecord>()];

    /// <summary>Notes are taken beside each other.</summary>
    public void Write(Func<LockingTerraform, LockingTerraform> change)
    {
        lock (gate)
        {
            Terraform = change(Terraform);
            artifacts.Write(name, Terraform);
        }
    }

    public void Delete() => artifacts.Delete(name);

    // Another run has deleted its own in the meantime, or a machine lost its power: what cannot be read proves nothing, and stops nobody.
    private static TerraformRecord? Find(ArtifactStore artifacts, string name) =>
        artifacts.Find<LockingTerraform>(name) is { } terraform ? new TerraformRecord(artifacts, name, terraform) : null;

    private static string Folder(TerraformRoot root) => $"terraform/{root.Name}/locks";
}
