namespace TickStack.Build.Tools.Logs;

/// <summary>One event of a log.</summary>
/// <param name="Id">The same event has the same id whenever it is read.</param>
/// <param name="At">When the container wrote it.</param>
/// <param name="Group">Log group.</param>
/// <param name="Stream">Log stream: "prefix/container/task".</param>
/// <param name="Text">Without the line's end.</param>
public sealed record LogLine(string Id, DateTimeOffset At, string Group, string Stream, string Text);
