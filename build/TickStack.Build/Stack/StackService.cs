namespace TickStack.Build.Stack;

/// <summary>One of the two ECS services. The name is that of its folder under ecs/ and of its keys in Terraform's outputs.</summary>
/// <param name="Name">"influxdb" or "tick".</param>
/// <param name="Components">Its containers.</param>
public sealed record StackService(string Name, IReadOnlyList<Component> Components)
{
    /// <summary>The database alone, so that it is not redeployed with the others.</summary>
    public static StackService InfluxDb { get; } = new("influxdb", [Component.InfluxDb]);

    public static StackService Tick { get; } = new("tick", [Component.Telegraf, Component.Kapacitor, Component.Chronograf]);

    /// <summary>In the order of deployment.</summary>
    public static IReadOnlyList<StackService> All { get; } = [InfluxDb, Tick];

    /// <summary>Name of the ECS service and of its task definitions' family.</summary>
    public string NameIn(string stack) => $"{stack}-{Name}";

    public override string ToString() => Name;
}
