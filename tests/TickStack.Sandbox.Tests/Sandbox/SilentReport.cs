using TickStack.Build.Reporting;

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>Keeps the steps for assertions.</summary>
public sealed class SilentReport : IStepReport
{
    private readonly List<string> _steps = [];

    public IReadOnlyList<string> Steps => _steps;

    public void Started(string name) => _steps.Add(name);

    public void Finished(string name, TimeSpan elapsed)
    {
    }

    public void Note(string text)
    {
    }
}
