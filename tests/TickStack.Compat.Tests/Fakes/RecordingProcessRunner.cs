using Cake.Core.IO;

namespace TickStack.Compat.Tests.Fakes;

/// <summary>Starts nothing: keeps what would have been started and answers with the given exit code and output.</summary>
internal sealed class RecordingProcessRunner(int exitCode, params string[] output) : IProcessRunner
{
    public FilePath? Tool { get; private set; }

    public ProcessSettings Settings { get; private set; } = new();

    public IProcess Start(FilePath filePath, ProcessSettings settings)
    {
        Tool = filePath;
        Settings = settings;
        return new EndedProcess(exitCode, settings.RedirectStandardOutput ? output : []);
    }
}
