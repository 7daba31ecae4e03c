using Cake.Core.IO;

namespace TickStack.Compat.Tests.Fakes;

internal sealed class EndedProcess(int exitCode, IEnumerable<string> output) : IProcess
{
    public void WaitForExit()
    {
    }

    public bool WaitForExit(int milliseconds) => true;

    public int GetExitCode() => exitCode;

    public IEnumerable<string> GetStandardError() => [];

    public IEnumerable<string> GetStandardOutput() => output;

    public void Kill()
    {
    }

    public void Dispose()
    {
    }
}
