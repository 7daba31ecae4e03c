using System.Net;
using Amazon.Runtime;
using TickStack.Build.Aws;
using TickStack.Failures;

namespace TickStack.Build.Tests.Aws;

public class AwsFailureTests
{
    [Fact]
    public void A_refusal_names_the_code_the_message_and_the_request()
    {
        var failure = AwsFailure.Of("making the bucket b", Refused("AccessDenied", HttpStatusCode.Forbidden));

        failure.Message.ShouldContain("AWS refused making the bucket b: AccessDenied: no (request r-1)");
        failure.ExitCode.ShouldBe(ExitCode.Failed);
    }

    [Fact]
    public void Credentials_that_have_expired_are_something_missing() =>
        AwsFailure.Of("asking", Refused("ExpiredToken", HttpStatusCode.Forbidden)).ExitCode.ShouldBe(ExitCode.Unavailable);

    [Fact]
    public void A_network_that_is_down_is_no_bug()
    {
        var exception = new HttpRequestException("Connection refused");

        AwsFailure.IsExpected(exception).ShouldBeTrue();
        AwsFailure.Of("asking", exception).Message.ShouldContain("could not be reached");
    }

    [Fact]
    public void An_endpoint_that_a_variable_has_set_and_that_is_dead_is_named()
    {
        const string Variable = "AWS_ENDPOINT_URL_TEST_OF_MESSAGES";
        Environment.SetEnvironmentVariable(Variable, "http://user:hunter2@127.0.0.1:1/path");
        try
        {
            var unreached = AwsFailure.Of("asking", new AmazonServiceException("no", new HttpRequestException("Connection refused (127.0.0.1:1)")));
            unreached.Message.ShouldContain($"Nothing answers at the address in {Variable}: correct it or unset it");
            unreached.Message.ShouldNotContain("hunter2");

            AwsFailure.Of("asking", new HttpRequestException("Connection refused (127.0.0.1:12)")).Message.ShouldNotContain(Variable);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public void A_bug_is_not_dressed_up_as_a_failure() => AwsFailure.IsExpected(new InvalidOperationException()).ShouldBeFalse();

    [Fact]
    public void Credentials_that_can_no_longer_be_had_are_something_missing_and_not_a_signer()
    {
        var failure = AwsFailure.Of(
            "asking", new AmazonClientException("Attempting to make a request that requires an implementation of AWS Signature V4a. Add a reference …"));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Message.ShouldContain("There are no AWS credentials for asking");
        failure.Message.ShouldNotContain("V4a");
    }

    [Fact]
    public void A_client_that_is_configured_wrongly_is_not_said_to_lack_credentials()
    {
        var failure = AwsFailure.Of("asking", new AmazonClientException("Invalid Configuration: FIPS or Dualstack and custom endpoint are not supported"));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Message.ShouldContain("The AWS client could not send anything for asking: Invalid Configuration");
        failure.Message.ShouldContain("AWS_ENDPOINT_URL");
        failure.Message.ShouldNotContain("credentials for");
    }

    [Fact]
    public void What_a_credential_process_prints_stays_out_of_the_message()
    {
        var exception = new ProcessAWSCredentialException("Command returned non-zero exit value 3 with the error - password=hunter2\nmore");

        AwsFailure.IsExpected(exception).ShouldBeTrue();
        AwsFailure.Of("asking", exception).Message.ShouldContain("exit value 3; what it printed is not shown here");
        AwsFailure.Of("asking", exception).Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_line_of_a_configuration_file_stays_out_of_the_message()
    {
        var exception = new TypeInitializationException("Sdk", new InvalidDataException(
            "Line 3:<aws_secret_access_key hunter2>\n> in file /home/ada/.aws/config does not contain a section, property or comment."));

        AwsFailure.IsExpected(exception).ShouldBeTrue();
        AwsFailure.Of("asking", exception).Message.ShouldContain("Line 3 in file /home/ada/.aws/config does not contain a section");
        AwsFailure.Of("asking", exception).Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public void A_bug_in_a_static_constructor_is_a_bug() =>
        AwsFailure.IsExpected(new TypeInitializationException("Ours", new InvalidOperationException())).ShouldBeFalse();

    private static AmazonServiceException Refused(string code, HttpStatusCode status) =>
        new("no", null, ErrorType.Sender, code, "r-1", status);
}
