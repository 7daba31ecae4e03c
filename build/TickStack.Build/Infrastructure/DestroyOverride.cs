using System.Text.Json;

namespace TickStack.Build.Infrastructure;

/// <summary>
/// An override file of Terraform's, which takes back what forbids to destroy a root. The committed configuration says no to that,
/// whoever asks; only a copy of it gets this file, after someone has named the environment.
/// </summary>
public static class DestroyOverride
{
    public const string FileName = "override.tf";

    public static string Of(TerraformRoot root) => root == TerraformRoot.Registry ? Registry : Cluster;

    /// <summary>
    /// Whether the deletion follows an argument that the provider reads from the state, and that stands there differently: the
    /// configuration is applied to it first. A volume that was imported has no final snapshot there yet.
    /// </summary>
    public static bool MustBeAppliedTo(StateResource resource) => resource.Type switch
    {
        "aws_secretsmanager_secret" or "aws_ecr_repository" => true,
        "aws_ebs_volume" => !(resource.Attributes.TryGetProperty("final_snapshot", out var taken) && taken.ValueKind == JsonValueKind.True),
        _ => false,
    };

    private const string Registry = """
        resource "aws_ecr_repository" "component" {
          force_delete = true

          lifecycle {
            prevent_destroy = false
          }
        }

        """;

    private const string Cluster = """
        resource "aws_ebs_volume" "data" {
          lifecycle {
            prevent_destroy = false
          }
        }

        resource "aws_kms_key" "this" {
          lifecycle {
            prevent_destroy = false
          }
        }

        resource "aws_secretsmanager_secret" "influxdb" {
          recovery_window_in_days = 0
        }

        """;
}
