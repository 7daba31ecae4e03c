using Cake.Core.Diagnostics;

namespace TickStack.Build.Reporting;

/// <summary>Steps as lines of Cake's log, so that --verbosity governs them.</summary>
public sealed class LogSteps(ICakeLog log) : IStepReport
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1);

    public void Started(string name) => log.Plain(Verbosity.Normal, $"» {name} …");

    public void Finished(string name, TimeSpan elapsed)
    {
        if (elapsed >= WorthTelling)
        {
            log.Plain(Verbosity.Normal, $"  {name}: done in {Elapsed.Text(elapsed)}");
        }
    }

    public void Note(string text) => log.Plain(Verbosity.Normal, $"  {text}");
}
