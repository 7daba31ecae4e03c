using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public class OutputReaderTests
{
    [Fact]
    public void Outputs_become_a_typed_record() =>
        OutputReader.Read<RegistryOutputs>(TerraformRoot.Registry,
            """{ "repository_urls": { "sensitive": false, "type": ["map", "string"], "value": { "telegraf": "host/tick/telegraf" } } }""")
            .RepositoryUrls["telegraf"].ShouldBe("host/tick/telegraf");

    [Fact]
    public void Every_missing_output_is_named()
    {
        var failure = Should.Throw<FailureException>(() => OutputReader.Read<ClusterOutputs>(TerraformRoot.Cluster, """{ "vpc_id": { "value": "vpc-1" } }"""));

        failure.Problems.Count.ShouldBe(typeof(ClusterOutputs).GetProperties().Length - 1);
        failure.Message.ShouldContain("'cluster_name'");
        failure.Message.ShouldContain("'service_registries'");
        failure.Message.ShouldNotContain("'vpc_id'");
    }

    [Fact]
    public void An_output_of_another_shape_is_named() =>
        Should.Throw<FailureException>(() => OutputReader.Read<RegistryOutputs>(TerraformRoot.Registry, """{ "repository_urls": { "value": ["a"] } }"""))
            .Message.ShouldContain("'repository_urls' has another shape");

    [Theory]
    [InlineData("Warning: no outputs")]
    [InlineData("""{ "repository_urls": "host" }""")]
    public void What_is_no_set_of_outputs_is_refused_with_its_command(string json) =>
        Should.Throw<FailureException>(() => OutputReader.Read<RegistryOutputs>(TerraformRoot.Registry, json))
            .Message.ShouldStartWith("What terraform output -json of terraform/registry has printed cannot be read: ");

    [Theory]
    [InlineData("", "it is nothing.")]
    [InlineData("\r\nWarning: no outputs\nin this state", "it is no JSON object, and begins with: Warning: no outputs\n")]
    [InlineData("""{ "influxdb_password": { "value": "secret" """, "Expected")]
    public void What_is_no_json_is_quoted_and_a_part_of_json_is_not(string printed, string message)
    {
        var failure = Should.Throw<FailureException>(() => OutputReader.Read<RegistryOutputs>(TerraformRoot.Registry, printed));

        failure.Message.ReplaceLineEndings("\n").ShouldContain($"cannot be read: {message}");
        failure.Message.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("""{ "availability_zone": { "value": "eu-west-1b" } }""", "eu-west-1b")]
    [InlineData("""{ "availability_zone": { "value": ["eu-west-1b"] } }""", null)]
    [InlineData("{}", null)]
    public void One_output_alone_is_a_text_or_none(string json, string? text) =>
        OutputReader.Text(TerraformRoot.Cluster, json, "availability_zone").ShouldBe(text);
}
