using TickStack.Build.Ecs;

namespace TickStack.Build.Tests.Ecs;

internal sealed class NewsList : IRolloutReport
{
    public List<string> Lines { get; } = [];

    public void News(string service, string news) => Lines.Add($"{service}: {news}");
}
