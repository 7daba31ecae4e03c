using TickStack.Build.Reporting;

namespace TickStack.Build.Tests.Sandbox;

public sealed class NoReport : IStepReport
{
    public void Started(string name)
    {
    }

    public void Finished(string name, TimeSpan elapsed)
    {
    }

    public void Note(string text)
    {
    }
}
