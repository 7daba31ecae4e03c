using System.Diagnostics;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>A process that holds something as long as its standard input is open: it ends with the tests, however they end.</summary>
internal sealed class HeldProcess : IAsyncDisposable
{
    private readonly Process process;
    private bool disposed;

    private HeldProcess(Process process, string firstLine)
    {
        this.process = process;
        FirstLine = firstLine;
    }

    public int Id => process.Id;

    /// <summary>What it said when it was ready.</summary>
    public string FirstLine { get; }

    public static async Task<HeldProcess> StartAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        return line is not null
            ? new HeldProcess(process, line)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended: {await error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
