namespace TickStack.Build.Tools.Processes;

/// <summary>Takes what a child process prints, line by line, from several threads.</summary>
public interface IProcessOutput
{
    /// <param name="tool">File name of the executable, without directory.</param>
    /// <param name="line">Without its line end.</param>
    void Line(string tool, string line);
}
