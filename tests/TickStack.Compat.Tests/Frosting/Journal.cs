namespace TickStack.Compat.Tests.Frosting;

/// <summary>What the tasks of a run did, in order; they get it from the container.</summary>
internal sealed class Journal
{
    private readonly List<string> entries = [];

    public IReadOnlyList<string> Entries => entries;

    public void Add(string entry) => entries.Add(entry);
}
