namespace TickStack.Build.Reporting;

/// <summary>News of a rollout as notes, "service: news".</summary>
public sealed class RolloutNotes(IStepReport steps) : IRolloutReport
{
    public void News(string service, string news) => steps.Note($"{service}: {news}");
}
