using TickStack.Build.Ecs;

namespace TickStack.Sandbox.Tests.Ecs;

/// <summary>News as plain lines, "service: news".</summary>
/// <param name="output">May be that of several deploys at a time.</param>
public sealed class TextRolloutReport(TextWriter output) : IRolloutReport
{
    public void News(string service, string news)
    {
        lock (output)
        {
            output.WriteLine($"{service}: {news}");
        }
    }
}
