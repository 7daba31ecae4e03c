using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public sealed class TerraformConfigurationTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public TerraformConfigurationTests()
    {
        root.Write($"cache/registry.terraform.io/hashicorp/aws/5.100.0/{ProviderMirror.Platform}/terraform-provider-aws");
        root.Write("terraform/cluster/.terraform.lock.hcl", "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.100.0\"\n}\n");
        SandboxFolder.Of(root.Path).Make();
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public void A_mirror_is_written_into_a_configuration_of_its_own()
    {
        var (mirror, file) = Ensure([]).ShouldNotBeNull();

        mirror.Folder.ShouldBe(Path.Combine(root.Path, "cache"));
        File.ReadAllText(file).ShouldBe(mirror.ToCliConfiguration());
    }

    [Fact]
    public void A_users_configuration_that_says_where_providers_come_from_is_left_alone() =>
        Ensure(new() { ["TF_CLI_CONFIG_FILE"] = root.Write("mine.rc", "provider_installation {\n  direct {}\n}\n") }).ShouldBeNull();

    [Fact]
    public void A_users_configuration_that_is_missing_or_silent_about_providers_does_not_count()
    {
        Ensure(new() { ["TF_CLI_CONFIG_FILE"] = Path.Combine(root.Path, "missing.rc") }).ShouldNotBeNull();
        Ensure(new() { ["TF_CLI_CONFIG_FILE"] = root.Write("mine.rc", "disable_checkpoint = true\n") }).ShouldNotBeNull();
    }

    private (ProviderMirror Mirror, string File)? Ensure(Dictionary<string, string> environment)
    {
        environment["TF_PLUGIN_CACHE_DIR"] = Path.Combine(root.Path, "cache");
        return new TerraformConfiguration(root.Path, SandboxFolder.Of(root.Path), environment).Ensure();
    }
}
