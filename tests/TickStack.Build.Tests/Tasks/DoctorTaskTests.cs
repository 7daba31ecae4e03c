using Amazon.S3;
using Amazon.S3.Model;
using NSubstitute;
using NSubstitute.ExceptionExtensions;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Tests.Ecs;
using TickStack.Failures;

namespace TickStack.Build.Tests.Tasks;

public class DoctorTaskTests
{
    private readonly ICommands commands = Substitute.For<ICommands>();
    private readonly ICloud cloud = Substitute.For<ICloud>();
    private readonly IAmazonS3 s3 = Substitute.For<IAmazonS3>();

    [Fact]
    public async Task A_missing_state_bucket_is_one_failed_line_and_what_needs_it_is_not_checked()
    {
        commands.RunAsync(Arg.Any<Command>(), Arg.Any<CancellationToken>()).Returns(new CommandResult(0, """{ "terraform_version": "1.11.0" }""", ""));
        cloud.OpenAsync(Arg.Any<CancellationToken>()).Returns(CloudSession.Unchanged);
        var missing = new AmazonS3Exception("no such bucket") { ErrorCode = "NoSuchBucket", StatusCode = System.Net.HttpStatusCode.NotFound };
        s3.GetBucketAclAsync(Arg.Any<GetBucketAclRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(missing);
        s3.HeadBucketAsync(Arg.Any<HeadBucketRequest>(), Arg.Any<CancellationToken>()).ThrowsAsync(missing);

        using var run = new TargetRun(new SimulatedTime(), "--target=Doctor");
        await run.With(commands).With(cloud).With(s3).RunAsync("Doctor");

        run.Steps.Notes.Where(line => line.StartsWith('✗')).ShouldHaveSingleItem().ShouldStartWith("✗ state bucket: ");
        run.Outcome.Conclusion.ShouldBe(ExitCode.Unavailable);
    }

    [Theory]
    [InlineData("", "✗ terraform: What terraform version -json has printed cannot be read: it is nothing.")]
    [InlineData("<html>", "✗ terraform: What terraform version -json has printed cannot be read: it is no JSON object, and begins with: <html>")]
    [InlineData("{}", "✗ terraform: terraform is of no known version")]
    [InlineData("""{ "terraform_version": "new" }""", "✗ terraform: terraform is new")]
    public async Task A_terraform_that_prints_something_else_is_a_failed_line(string printed, string line)
    {
        commands.RunAsync(Arg.Any<Command>(), Arg.Any<CancellationToken>()).Returns(new CommandResult(0, printed, ""));
        cloud.OpenAsync(Arg.Any<CancellationToken>()).ThrowsAsync(new IOException("Read-only file system : '/tree/.sandbox'", 30));

        using var run = new TargetRun(new SimulatedTime(), "--target=Doctor");
        await run.With(commands).With(cloud).RunAsync("Doctor");

        run.Steps.Notes.ShouldContain(note => note.StartsWith(line, StringComparison.Ordinal));
        run.Steps.Notes.ShouldContain(note => note.Contains(": Read-only file system : '/tree/.sandbox'", StringComparison.Ordinal));
    }
}
