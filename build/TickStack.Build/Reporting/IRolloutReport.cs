namespace TickStack.Build.Reporting;

/// <summary>Where a deploy tells what happens to a service while it is watched. News only: nothing is told twice.</summary>
public interface IRolloutReport
{
    /// <param name="service">Name of the ECS service: the prefix of the line.</param>
    /// <param name="news">One line.</param>
    void News(string service, string news);
}
