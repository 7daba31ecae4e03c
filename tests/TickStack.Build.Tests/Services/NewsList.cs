using TickStack.Build.Reporting;

namespace TickStack.Build.Tests.Services;

internal sealed class NewsList : IRolloutReport
{
    public List<string> Lines { get; } = [];

    public void News(string service, string news) => Lines.Add($"{service}: {news}");
}
