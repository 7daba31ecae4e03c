namespace TickStack.Build.Tools.Processes;

/// <summary>How a program is started.</summary>
/// <param name="File">What is executed.</param>
/// <param name="Leading">Arguments before the program's own: the program itself, where another one becomes it.</param>
/// <param name="InOwnSession">The process leads a group that the terminal's Ctrl+C does not reach.</param>
internal sealed record ProgramStart(string File, IReadOnlyList<string> Leading, bool InOwnSession);
