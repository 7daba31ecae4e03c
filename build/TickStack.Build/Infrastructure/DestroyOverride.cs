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
    /// Types whose deletion follows an argument that this file changes: the provider reads it from the state, so that the change is
    /// applied first.
    /// </summary>
    public static bool MustBeAppliedTo(StateResource resource) => resource.Type is "aws_secretsmanager_secret" or "aws_ecr_repository";

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
