namespace TickStack.Build.Stack;

/// <summary>One of the four images. The name is that of its folder, of its container and of the end of its repository.</summary>
public sealed record Component(string Name, string Title)
{
    public static Component InfluxDb { get; } = new("influxdb", "InfluxDb");

    public static Component Telegraf { get; } = new("telegraf", "Telegraf");

    public static Component Kapacitor { get; } = new("kapacitor", "Kapacitor");

    public static Component Chronograf { get; } = new("chronograf", "Chronograf");

    public static IReadOnlyList<Component> All { get; } = [InfluxDb, Telegraf, Kapacitor, Chronograf];

    public override string ToString() => Name;
}
