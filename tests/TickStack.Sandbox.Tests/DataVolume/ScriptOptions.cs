namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>What differs from an ordinary run.</summary>
internal sealed record ScriptOptions
{
    /// <summary>File system for a blank volume.</summary>
    public string FileSystem { get; init; } = "xfs";

    /// <summary>Kills the script's process group once so many outside commands have returned.</summary>
    public int? KillAfter { get; init; }

    /// <summary>Kills mkfs at its so many-th write, and the script's process group with it.</summary>
    public int? KillAtWrite { get; init; }

    public IEnumerable<string> Variables()
    {
        yield return $"FSTYPE={FileSystem}";
        if (KillAfter is { } count)
        {
            yield return $"KILL_AFTER={count}";
        }

        if (KillAtWrite is { } write)
        {
            yield return $"KILL_AT_WRITE={write}";
        }
    }
}
