namespace TickStack.Build.Tools.Processes;

/// <summary>The last lines that a process printed: what an error message quotes.</summary>
public sealed class Transcript(int capacity = 40)
{
    private readonly Queue<string> lines = new();
    private readonly Lock gate = new();

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (gate)
            {
                return [.. lines];
            }
        }
    }

    public void Add(string line)
    {
        lock (gate)
        {
            lines.Enqueue(line);
            if (lines.Count > capacity)
            {
                lines.Dequeue();
            }
        }
    }
}
