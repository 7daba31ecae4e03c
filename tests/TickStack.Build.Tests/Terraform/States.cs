using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

/// <summary>What "terraform state pull" prints.</summary>
internal static class States
{
    public const string Data = """
        { "mode": "managed", "type": "aws_ebs_volume", "name": "data", "instances": [ { "attributes": { "id": "vol-1", "final_snapshot": true } } ] },
        { "mode": "managed", "type": "aws_kms_key", "name": "this", "instances": [ { "attributes": { "id": "key-1", "deletion_window_in_days": 30 } } ] },
        { "mode": "managed", "type": "aws_secretsmanager_secret", "name": "influxdb", "instances": [
          { "index_key": "admin", "attributes": { "id": "arn-1" } }, { "index_key": "telegraf", "attributes": { "id": "arn-2" } } ] },
        { "mode": "managed", "type": "aws_secretsmanager_secret_version", "name": "influxdb", "instances": [ { "index_key": "admin",
          "attributes": { "id": "arn-1|v" } } ] }
        """;

    public const string Rest = """
        { "mode": "data", "type": "aws_partition", "name": "current", "instances": [ { "attributes": { "id": "aws" } } ] },
        { "mode": "managed", "type": "aws_ecs_cluster", "name": "this", "instances": [ { "attributes": { "id": "arn-3" } } ] },
        { "mode": "managed", "type": "aws_iam_role", "name": "task", "instances": [ { "index_key": "tick", "attributes": { "id": "role" } } ] },
        { "mode": "managed", "type": "aws_launch_template", "name": "this", "instances": [ { "attributes": { "id": "lt-2" } }, { "deposed": "1",
          "attributes": { "id": "lt-1" } } ] }
        """;

    public const string Repositories = """
        { "mode": "managed", "type": "aws_ecr_repository", "name": "component", "instances": [ { "index_key": "telegraf",
          "attributes": { "id": "metrics/telegraf" } } ] },
        { "mode": "managed", "type": "aws_ecr_lifecycle_policy", "name": "component", "instances": [ { "index_key": "telegraf",
          "attributes": { "id": "metrics/telegraf" } } ] }
        """;

    public static string Of(params string[] resources) => $$"""{ "version": 4, "resources": [ {{string.Join(",", resources)}} ] }""";

    public static IReadOnlyList<StateResource> Read(params string[] resources) => StateJson.Read(TerraformRoot.Cluster, Of(resources)).Managed;
}
