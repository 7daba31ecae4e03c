using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public class PlanJsonTests
{
    [Fact]
    public void A_minor_version_that_is_not_known_is_read() =>
        PlanJson.Read(TerraformRoot.Registry.Plan, """{ "format_version": "1.99", "resource_changes": [], "something_new": {} }""").ResourceChanges
            .ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "format_version": "2.0", "changes": [] }""", "its format_version is 2.0, and 1 is known here")]
    [InlineData("""{ "resource_changes": [] }""", "its format_version is missing, and 1 is known here")]
    [InlineData("""{ "format_version": "1.2", "resource_changes": [ { "address": "a.b" } ] }""", "missing required properties")]
    [InlineData("null", "its format_version is missing")]
    [InlineData("", "it is nothing")]
    public void A_plan_of_another_format_is_refused_with_its_command(string plan, string why)
    {
        var refused = Should.Throw<FailureException>(() => PlanJson.Read(TerraformRoot.Registry.Plan, plan)).Problems.ShouldHaveSingleItem();

        refused.Message.ShouldStartWith("What terraform show -json of terraform/registry has printed cannot be read: ");
        refused.Message.ShouldContain(why);
        refused.Remedy.ShouldStartWith("Use Terraform 1.11 or newer");
    }
}
