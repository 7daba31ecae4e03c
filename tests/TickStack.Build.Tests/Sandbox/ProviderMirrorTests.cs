using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public sealed class ProviderMirrorTests : IDisposable
{
    private const string Provider = "registry.terraform.io/hashicorp/aws";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_unpacked_provider_for_this_platform_is_found()
    {
        folder.Write($"b/{Provider}/5.100.0/{ProviderMirror.Platform}/terraform-provider-aws_v5.100.0_x5");

        Find("a", "b")!.Folder.ShouldBe(Path.Combine(folder.Path, "b"));
    }

    [Fact]
    public void A_packed_provider_is_found()
    {
        folder.Write($"b/{Provider}/terraform-provider-aws_5.100.0_{ProviderMirror.Platform}.zip");

        Find("b").ShouldNotBeNull();
    }

    [Fact]
    public void A_provider_for_another_platform_is_passed_over()
    {
        folder.Write($"a/{Provider}/5.100.0/plan9_mips/terraform-provider-aws");

        Find("a").ShouldBeNull();
    }

    [Fact]
    public void A_folder_without_the_locked_version_is_passed_over()
    {
        folder.Write($"a/{Provider}/5.60.0/{ProviderMirror.Platform}/terraform-provider-aws");
        folder.Write($"b/{Provider}/5.100.0/{ProviderMirror.Platform}/terraform-provider-aws");

        ProviderMirror.Find(Folders("a", "b"), "5.100.0")!.Folder.ShouldEndWith("b");
    }

    [Fact]
    public void The_first_folder_wins()
    {
        folder.Write($"a/{Provider}/5.100.0/{ProviderMirror.Platform}/terraform-provider-aws");
        folder.Write($"b/{Provider}/5.100.0/{ProviderMirror.Platform}/terraform-provider-aws");

        Find("b", "a")!.Folder.ShouldEndWith("b");
    }

    [Fact]
    public void The_users_plugin_cache_is_looked_at_first_and_opt_last()
    {
        var environment = new Dictionary<string, string> { ["TF_PLUGIN_CACHE_DIR"] = "/cache", ["HOME"] = "/home/me" };

        var places = ProviderMirror.Conventional(environment).ToList();

        places.Take(4).ShouldBe(["/cache", "/home/me/.terraform.d/plugins", "/usr/local/share/terraform/plugins", "/usr/share/terraform/plugins"]);
        places.Skip(4).ShouldAllBe(place => place.StartsWith("/opt/", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_aws_provider_is_taken_from_the_folder_others_from_the_registry() =>
        new ProviderMirror("/opt/a \"b\"").ToCliConfiguration().ShouldBe("""
            provider_installation {
              filesystem_mirror {
                path    = "/opt/a \"b\""
                include = ["registry.terraform.io/hashicorp/aws"]
              }
              direct {
                exclude = ["registry.terraform.io/hashicorp/aws"]
              }
            }

            """);

    [Fact]
    public void The_locked_version_is_that_of_the_aws_provider() =>
        ProviderMirror.LockedVersion("""
            provider "registry.terraform.io/hashicorp/random" {
              version = "3.7.2"
            }

            provider "registry.terraform.io/hashicorp/aws" {
              version     = "5.100.0"
              constraints = "~> 5.100"
            }
            """).ShouldBe("5.100.0");

    [Fact]
    public void A_lock_file_without_the_aws_provider_names_no_version() => ProviderMirror.LockedVersion("# empty").ShouldBeNull();

    private ProviderMirror? Find(params string[] names) => ProviderMirror.Find(Folders(names), version: null);

    private IEnumerable<string> Folders(params string[] names) => names.Select(name => Path.Combine(folder.Path, name));
}
