using TickStack.Build.Reporting;

namespace TickStack.Sandbox.Tests.Services;

/// <summary>News as plain lines, "service: news".</summary>
public sealed class TextRolloutReport(TextWriter output) : IRolloutReport
{
    public void News(string service, string news) => output.WriteLine($"{service}: {news}");
}
