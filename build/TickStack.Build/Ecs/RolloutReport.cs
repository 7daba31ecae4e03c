using TickStack.Build.Reporting;

namespace TickStack.Build.Ecs;

/// <summary>Where a deploy tells what happens to a service while it is watched. News only: nothing is told twice.</summary>
public interface IRolloutReport
{
    /// <param name="service">Name of the ECS service: the prefix of the line.</param>
    /// <param name="news">One line.</param>
    void News(string service, string news);
}

/// <summary>News of a rollout as notes, "service: news".</summary>
public sealed class RolloutNotes(IStepReport steps) : IRolloutReport
{
    public void News(string service, string news) => steps.Note($"{service}: {news}");
}
