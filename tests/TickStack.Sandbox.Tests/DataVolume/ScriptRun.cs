namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>How one run of the start-up script ended.</summary>
/// <param name="Log">What it wrote.</param>
/// <param name="Commands">The outside commands that returned, in their order.</param>
/// <param name="Seconds">By the instance's clock.</param>
internal sealed record ScriptRun(int ExitCode, string Log, IReadOnlyList<string> Commands, int Seconds)
{
    public void ShouldSucceed() => ExitCode.ShouldBe(0, Log);

    /// <summary>It gave up, and said why.</summary>
    public void ShouldFail(string reason)
    {
        ExitCode.ShouldBe(1, Log);
        Log.ShouldContain($"data-volume: FATAL: {reason}");
    }
}
