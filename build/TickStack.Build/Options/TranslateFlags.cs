using System.Text.RegularExpressions;

namespace TickStack.Build.Options;

/// <summary>The options of Translate. Their names are ecs-cli's where it has them.</summary>
public static partial class TranslateFlags
{
    private static readonly string[] Translate = ["Translate"];

    public static KnownOption Compose { get; } = Option(
        "compose",
        OptionValue.Any("FILE", "the path of a compose file"),
        "Compose file to translate; a .env beside it gives the variables that the environment lacks") with
    { IsRequired = true };

    public static KnownOption EcsParams { get; } = Option(
        "ecs-params",
        OptionValue.Any("FILE", "the path of an ecs-params file"),
        "ECS parameters (ecs-params.yml beside the compose file, if there is one)");

    public static KnownOption ProjectName { get; } = Option(
        "project-name",
        new("NAME", "a name of up to 255 letters, digits, dots, hyphens and underscores", text => ProjectNamePattern().IsMatch(text)),
        "Family of the task definition and name of the service") with
    { IsRequired = true };

    public static KnownOption Output { get; } = Option(
        "output",
        OptionValue.Any("FOLDER", "the path of a folder"),
        "Folder for register-task-definition.json and create-service.json; made when missing") with
    { IsRequired = true };

    public static KnownOption Cluster { get; } = Option(
        "cluster",
        OptionValue.Any("NAME", "the name or ARN of a cluster"),
        "Cluster of the service (left out: ECS takes the one named default)");

    public static KnownOption MinimumHealthyPercent { get; } = Option(
        "deployment-min-healthy-percent",
        OptionValue.Number("N", 0, 100),
        "Least share of the desired tasks that must run during a deployment");

    public static KnownOption MaximumPercent { get; } = Option(
        "deployment-max-percent",
        OptionValue.Number("N", 0, 200),
        "Largest share of the desired tasks that may run during a deployment");

    public static KnownOption LaunchType { get; } = Option(
        "launch-type",
        OptionValue.OneOf("TYPE", "EC2", "FARGATE", "EXTERNAL"),
        "EC2, FARGATE or EXTERNAL (left to the cluster)");

    public static KnownOption SchedulingStrategy { get; } = Option(
        "scheduling-strategy",
        OptionValue.OneOf("STRATEGY", "REPLICA", "DAEMON"),
        "REPLICA or DAEMON (REPLICA)");

    public static KnownOption HealthCheckGracePeriod { get; } = Option(
        "health-check-grace-period",
        OptionValue.Number("SECONDS", 0, int.MaxValue),
        "Seconds after a task's start in which the load balancer's health checks do not count");

    public static KnownOption TargetGroup { get; } = Option(
        "target-group",
        new("GROUP", TargetGroupText.Form, text => TargetGroupText.Parse(text) is not null),
        "Load balancer to register in: targetGroupArn=ARN,containerName=NAME,containerPort=PORT; may be given several times") with
    { Aliases = ["--target-groups"], IsRepeatable = true };

    public static KnownOption Tags { get; } = Option(
        "tags",
        new("KEY=VALUE,…", "up to 50 different keys, as in team=shop,stage=live", text => TagText.Parse(text) is not null),
        "Tags of the task definition and the service");

    public static KnownOption DisableManagedTags { get; } = Option(
        "disable-ecs-managed-tags",
        null,
        "Leave out the tags with cluster and service that ECS puts on tasks");

    public static KnownOption ServiceRegistryArn { get; } = Option(
        "service-registry-arn",
        new("ARN", "the ARN of a Cloud Map service", text => text.StartsWith("arn:", StringComparison.Ordinal)),
        "Cloud Map service that service_discovery means (left out with a warning)");

    public static KnownOption AllowUnset { get; } = Option(
        "allow-unset",
        null,
        "Take a variable that is not set for blank, with a warning, instead of refusing it");

    /// <summary>In the order of the help.</summary>
    public static IReadOnlyList<KnownOption> All { get; } =
    [
        Compose, EcsParams, ProjectName, Output, Cluster, MinimumHealthyPercent, MaximumPercent, LaunchType, SchedulingStrategy, HealthCheckGracePeriod, TargetGroup,
        Tags, DisableManagedTags, ServiceRegistryArn, AllowUnset,
    ];

    private static KnownOption Option(string name, OptionValue? value, string description) =>
        new(name, OptionOwner.TickStack, value, description) { Targets = Translate };

    // ecs-cli's project names: a family may not hold a dot by ECS's documentation, yet ecs-cli's users have them.
    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,255}\z")]
    private static partial Regex ProjectNamePattern();
}
