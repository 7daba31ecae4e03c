using TickStack.Build.Tasks;
using TickStack.Build.Tests.Tasks;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli.Conformance;

/// <summary>The same cases from command line to files: what ecs-cli's users would type in its place.</summary>
public sealed class TranslateConformanceTests : IDisposable
{
    private readonly TranslateRun run = new();

    public void Dispose() => run.Dispose();

    [Theory]
    [MemberData(nameof(ConformanceTests.Accepted), MemberType = typeof(ConformanceTests))]
    public void The_files_hold_the_bodies_that_ecs_cli_sends(string name)
    {
        var conformanceCase = new ConformanceCase(name);

        run.Translate(conformanceCase.Arguments("out"), conformanceCase.Environment);

        CanonicalBody.Of(run.Read(TranslateTask.ServiceFile)).ShouldBe(CanonicalBody.Of(conformanceCase.Read("create-service.json")!));
        if (ConformanceTests.Registered.Any(row => row.Data == name))
        {
            CanonicalBody.Of(run.Read(TranslateTask.TaskDefinitionFile)).ShouldBe(CanonicalBody.Of(conformanceCase.Read("register.json")!));
        }
    }

    [Theory]
    [MemberData(nameof(ConformanceTests.Rejected), MemberType = typeof(ConformanceTests))]
    public void Wrong_input_writes_nothing(string name)
    {
        var conformanceCase = new ConformanceCase(name);

        Should.Throw<FailureException>(() => run.Translate(conformanceCase.Arguments("out"), conformanceCase.Environment)).ExitCode.ShouldBe(
            ExitCode.InvalidInput);

        run.Files("out").ShouldBeEmpty();
    }
}
