namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>How one run of the host ended, and all that it printed.</summary>
public sealed record HostRun(int ExitCode, string Output, TimeSpan Duration)
{
    public HostRun ShouldEndWith(int exitCode)
    {
        ExitCode.ShouldBe(exitCode, Output);
        Output.ShouldNotContain("   at TickStack.", Case.Sensitive, "a stack trace is a bug");
        return this;
    }
}
