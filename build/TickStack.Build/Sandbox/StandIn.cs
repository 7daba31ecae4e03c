namespace TickStack.Build.Sandbox;

/// <summary>A base image built on this machine where Docker Hub cannot be reached. Its name says so wherever it appears.</summary>
/// <param name="Content">What is really in it, for the summary.</param>
public sealed record StandIn(Component Component, string Tag, string Content)
{
    private const string Repository = "tickstack-stand-in";

    public static StandIn For(Component component) => component == Component.InfluxDb
        ? new StandIn(component, $"{Repository}/influxdb:1.6.7-stand-in", "InfluxDB 1.6.7 of Debian")
        : new StandIn(component, $"{Repository}/{component}:stand-in", "a shell that answers pings");

    public string Note(string officialBase) => $"{Content} stands in for {officialBase}: Docker Hub cannot be reached";
}
