using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A host that still runs.</summary>
public sealed class RunningHost
{
    // Far more than a deploy takes on a busy machine.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(8);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock gate = new();

    /// <param name="process">The host, or what it was started by.</param>
    /// <param name="keepsInput">Somebody types.</param>
    public RunningHost(Process process, bool keepsInput = false)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        if (!keepsInput)
        {
            process.StandardInput.Close();
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public string Output
    {
        get
        {
            lock (gate)
            {
                return output.ToString();
            }
        }
    }

    public async Task UntilPrintedAsync(string text)
    {
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            process.HasExited.ShouldBeFalse($"the host ended before it printed '{text}':\n{Output}");
            watch.Elapsed.ShouldBeLessThan(Bound, $"the host did not print '{text}':\n{Output}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <param name="interrupt">Ctrl+C, or else SIGTERM.</param>
    public void Signal(bool interrupt)
    {
        if (interrupt)
        {
            Interrupt();
        }
        else
        {
            Terminate();
        }
    }

    public void Interrupt() => Send("-INT");

    public void Terminate() => Send("-TERM");

    public void Type(string keys)
    {
        process.StandardInput.Write(keys);
        process.StandardInput.Flush();
    }

    /// <summary>With no chance to put anything in order.</summary>
    public void Kill() => process.Kill();

    public async Task<HostRun> EndAsync()
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(Bound);
        await process.WaitForExitAsync(bound.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process.HasExited.ShouldBeTrue($"the host did not end:\n{Output}");
        process.WaitForExit();
        return new HostRun(process.ExitCode, Output, watch.Elapsed);
    }

    private void Send(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private void Take(string? line)
    {
        lock (gate)
        {
            output.AppendLine(line);
        }
    }
}
