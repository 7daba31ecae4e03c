using System.Net;
using Amazon.Runtime;
using TickStack.Build.Errors;
using TickStack.Build.Tools.Aws;

namespace TickStack.Build.Tests.Tools;

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
    public void A_bug_is_not_dressed_up_as_a_failure() => AwsFailure.IsExpected(new InvalidOperationException()).ShouldBeFalse();

    private static AmazonServiceException Refused(string code, HttpStatusCode status) =>
        new("no", null, ErrorType.Sender, code, "r-1", status);
}
