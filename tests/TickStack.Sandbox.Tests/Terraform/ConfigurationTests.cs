namespace TickStack.Sandbox.Tests.Terraform;

[Trait("Category", "Sandbox")]
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("registry")]
    [InlineData("cluster")]
    public async Task A_configuration_is_formatted(string root)
    {
        using var terraform = new TerraformFolder(root);

        await terraform.ShouldSucceedAsync("fmt", "-check", "-diff", "-recursive");
    }

    [Theory]
    [InlineData("registry")]
    [InlineData("cluster")]
    public async Task A_configuration_is_valid_and_passes_its_own_tests_without_AWS(string root)
    {
        using var terraform = new TerraformFolder(root);
        await terraform.InitAsync();

        await terraform.ShouldSucceedAsync("validate");
        await terraform.ShouldSucceedAsync("test");
    }
}
