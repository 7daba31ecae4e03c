namespace TickStack.Build.Options;

/// <summary>The options of a deploy, and of the targets that work on what runs.</summary>
public static class OperationFlags
{
    public static KnownOption FailFast { get; } = new(
        "fail-fast",
        OptionOwner.TickStack,
        null,
        "Give up the first time that ECS finds no place for a task, instead of the second")
    { Targets = ["Deploy-InfluxDb", "Deploy-Tick", "Rollback"] };

    public static KnownOption Service { get; } = new(
        "service",
        OptionOwner.TickStack,
        OptionValue.OneOf("SERVICE", "influxdb", "tick"),
        "One of the two services: influxdb or tick (both)")
    { Targets = ["Diff", "Verify", "Rollback", "Status", "Logs", "Revisions", "Scale"] };

    public static KnownOption To { get; } = new(
        "to",
        OptionOwner.TickStack,
        OptionValue.Revision,
        "Revision to go back to, such as 7 (the last one before that completed); needs --service")
    { Targets = ["Rollback"] };

    public static KnownOption Follow { get; } = new("follow", OptionOwner.TickStack, null, "Go on with what is written from now on, until Ctrl+C") { Targets = ["Logs"] };

    public static KnownOption Since { get; } = new(
        "since",
        OptionOwner.TickStack,
        OptionValue.Age,
        "How far back to begin, such as 30s, 2h or 24h (10m)")
    { Targets = ["Logs"] };

    public static KnownOption Keep { get; } = new(
        "keep",
        OptionOwner.TickStack,
        OptionValue.Number("N", 1, 1000),
        "Deregister all but the newest N revisions and those in use (without it they are only listed)")
    { Targets = ["Revisions"] };

    public static KnownOption DesiredCount { get; } = new(
        "desired-count",
        OptionOwner.TickStack,
        OptionValue.Number("N", 0, 1),
        "0 stops a service's task, 1 starts it again; never more, for its files allow one writer")
    { Targets = ["Scale"], IsRequired = true };

    public static KnownOption Full { get; } = new("full", OptionOwner.TickStack, null, "Show the whole plan after its table") { Targets = ["Plan-Infrastructure"] };

    public static KnownOption Snapshot { get; } = new(
        "snapshot",
        OptionOwner.TickStack,
        OptionValue.Snapshot,
        "What to restore: the id of a snapshot, or latest")
    { Targets = ["Restore"], IsRequired = true };

    public static KnownOption IncludeData { get; } = new(
        "include-data",
        OptionOwner.TickStack,
        null,
        "Destroy the data volume, its key and the image repositories too")
    { Targets = ["Destroy"] };

    public static KnownOption Confirm { get; } = new(
        "confirm",
        OptionOwner.TickStack,
        OptionValue.Any("NAME", "the name of the environment"),
        "Name of the environment, in place of the question at the terminal")
    { Targets = ["Restore", "Destroy"] };

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<KnownOption> All { get; } = [FailFast, Service, To, Follow, Since, Keep, DesiredCount, Full, Snapshot, IncludeData, Confirm];
}
