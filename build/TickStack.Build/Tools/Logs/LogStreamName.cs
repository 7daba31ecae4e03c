namespace TickStack.Build.Tools.Logs;

public sealed record LogStreamName(string Group, string Stream);
