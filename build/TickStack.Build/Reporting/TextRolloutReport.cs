namespace TickStack.Build.Reporting;

/// <summary>News as plain lines, "service: news".</summary>
public sealed class TextRolloutReport(TextWriter output) : IRolloutReport
{
    public void News(string service, string news) => output.WriteLine($"{service}: {news}");
}
