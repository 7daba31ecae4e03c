using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public class SessionVariablesTests
{
    private static Dictionary<string, string?> For(params (string Name, string Value)[] environment) =>
        Of(environment).For("http://127.0.0.1:4000", "eu-west-1").ToDictionary();

    private static SessionVariables Of(params (string Name, string Value)[] environment) =>
        new(environment.ToDictionary(variable => variable.Name, variable => variable.Value), "/empty");

    [Fact]
    public void Every_call_goes_to_the_emulator()
    {
        var variables = For();

        variables["AWS_ENDPOINT_URL"].ShouldBe("http://127.0.0.1:4000");
        (variables["AWS_REGION"], variables["AWS_DEFAULT_REGION"]).ShouldBe(("eu-west-1", "eu-west-1"));
    }

    [Theory]
    [InlineData("AWS_PROFILE")]
    [InlineData("AWS_DEFAULT_PROFILE")]
    [InlineData("AWS_SESSION_TOKEN")]
    [InlineData("AWS_ROLE_ARN")]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")]
    public void What_would_lead_to_a_real_credential_is_unset(string name) => For((name, "real")).ShouldContainKeyAndValue(name, null);

    [Fact]
    public void No_real_credential_is_left()
    {
        var variables = For(("AWS_ACCESS_KEY_ID", "AKIAREAL"), ("AWS_SECRET_ACCESS_KEY", "real"), ("AWS_CONFIG_FILE", "/home/me/.aws/config"));

        variables.Values.ShouldNotContain(
            value => value != null && (value.Contains("real", StringComparison.OrdinalIgnoreCase) || value.Contains("home", StringComparison.Ordinal)));
        (variables["AWS_CONFIG_FILE"], variables["AWS_SHARED_CREDENTIALS_FILE"], variables["AWS_EC2_METADATA_DISABLED"]).ShouldBe(("/empty", "/empty", "true"));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_ECS", "https://ecs.eu-west-1.amazonaws.com")]
    [InlineData("AWS_ENDPOINT_URL_S3", "http://10.0.0.1:9000")]
    [InlineData("AWS_S3_ENDPOINT", "https://s3.example.com")]
    [InlineData("TF_AWS_S3_ENDPOINT", "https://s3.example.com")]
    [InlineData("AWS_ENDPOINT_URL_ECR", "not a url")]
    public void A_services_endpoint_elsewhere_is_unset_and_named(string name, string url)
    {
        For((name, url)).ShouldContainKeyAndValue(name, null);
        Of((name, url)).ForeignEndpoints.ShouldBe([name]);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://[::1]:5000")]
    public void A_services_endpoint_on_this_machine_is_kept(string url)
    {
        For(("AWS_ENDPOINT_URL_ECS", url)).ShouldNotContainKey("AWS_ENDPOINT_URL_ECS");
        Of(("AWS_ENDPOINT_URL_ECS", url)).ForeignEndpoints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("NO_PROXY", "corp.example, 10.0.0.0/8", "corp.example,10.0.0.0/8,127.0.0.1,localhost")]
    [InlineData("no_proxy", "127.0.0.1", "127.0.0.1,localhost")]
    [InlineData("HTTPS_PROXY", "http://proxy:3128", "127.0.0.1,localhost")]
    public void Proxies_are_passed_by_for_this_machine_and_for_what_the_user_names(string name, string value, string expected)
    {
        var variables = For((name, value));

        (variables["NO_PROXY"], variables["no_proxy"]).ShouldBe((expected, expected));
    }
}
