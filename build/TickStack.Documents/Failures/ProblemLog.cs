namespace TickStack.Failures;

/// <summary>Collects what is wrong with one input, so that all of it comes out together.</summary>
/// <param name="most">With as many there is no going on: nobody reads them, and each costs time, as the search for what a word was meant to be.</param>
public sealed class ProblemLog(int most = 1_000)
{
    private readonly List<Problem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    /// <summary>Ordered by place; those without one come last.</summary>
    public IReadOnlyList<Problem> Problems => [.. problems
        .Distinct()
        .OrderBy(problem => problem.Location is null)
        .ThenBy(problem => problem.Location?.File, StringComparer.Ordinal)
        .ThenBy(problem => problem.Location?.Line)
        .ThenBy(problem => problem.Location?.Column)];

    /// <exception cref="FailureException">There are too many to go on.</exception>
    public void Add(string message, string? remedy = null, SourceLocation? location = null)
    {
        problems.Add(new Problem(message, remedy, location));
        if (problems.Count >= most)
        {
            throw new FailureException(Problems);
        }
    }

    /// <summary>Everything that another reading failed with.</summary>
    public void Add(FailureException failure) => problems.AddRange(failure.Problems);

    /// <summary>Does a part of the work; when it fails, its problems are added and the result is null.</summary>
    public T? Collect<T>(Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (FailureException failure)
        {
            Add(failure);
            return null;
        }
    }

    /// <exception cref="FailureException">When anything was added; its exit code says that the input is wrong.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new FailureException(Problems);
        }
    }
}
