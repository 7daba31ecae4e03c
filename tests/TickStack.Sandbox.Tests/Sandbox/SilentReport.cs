using TickStack.Build.Reporting;

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>Keeps the steps for assertions.</summary>
public sealed class SilentReport : IStepReport
{
    private readonly List<string> steps = [];

    public IReadOnlyList<string> Steps => steps;

    public void Started(string name) => steps.Add(name);

    public void Finished(string name, TimeSpan elapsed)
    {
    }

    public void Note(string text)
    {
    }
}
