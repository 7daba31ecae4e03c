using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What one deploy of one service took.</summary>
/// <param name="Rollout">From the call that changed the service to the end of the process.</param>
/// <param name="Process">All of it, the start of the host included.</param>
/// <param name="CallsBeforeFirstPoll">Requests to ECS until the service was changed, that call included.</param>
/// <param name="Calls">All requests to ECS.</param>
public sealed record DeployFigures(int ExitCode, TimeSpan Rollout, TimeSpan Process, int CallsBeforeFirstPoll, int Calls)
{
    private static readonly string[] Changes = ["CreateService", "UpdateService"];

    /// <summary>To be taken as soon as the process has ended.</summary>
    public static DeployFigures Of(HostRun run, EmulatorProxy ecs)
    {
        var (now, calls) = (ecs.Now, ecs.Calls);
        var change = calls.FirstOrDefault(call => Changes.Contains(call.Operation));
        return new DeployFigures(run.ExitCode, now - (change?.At ?? now), run.Duration, change?.Number ?? calls.Count, calls.Count);
    }

    public override string ToString() =>
        $"exit {ExitCode}, rollout {Rollout.TotalSeconds:0.0} s, process {Process.TotalSeconds:0.0} s, "
        + $"{CallsBeforeFirstPoll} calls before the first poll, {Calls} in all";
}
