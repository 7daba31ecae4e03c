using TickStack.Build.Processes;

namespace TickStack.Build.Tests.Sandbox;

/// <summary>Answers each command as the test says, and throws for one that it says nothing about.</summary>
public sealed class ScriptedCommands : ICommands
{
    private readonly List<(string Start, CommandResult Result)> answers = [];
    private readonly List<Command> calls = [];

    public IReadOnlyList<Command> Calls => calls;

    /// <summary>The later answer wins, as a test's own goes before its fixture's.</summary>
    public ScriptedCommands On(string start, int exitCode = 0, string output = "", string error = "")
    {
        answers.Insert(0, (start, new CommandResult(exitCode, output, error)));
        return this;
    }

    public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        calls.Add(command);
        var answer = answers.FirstOrDefault(answer => command.ToString().StartsWith(answer.Start, StringComparison.Ordinal));
        return answer.Result is { } result ? Task.FromResult(result) : throw new InvalidOperationException($"unexpected command: {command}");
    }
}
