using TickStack.Build.Processes;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Processes;

public class RevisionTests
{
    private const string Hash = "cbf395a0123456789abcdef0123456789abcdef0";

    [Theory]
    [InlineData(Hash + "\n", Hash)]
    [InlineData("", Revision.Unknown)]
    [InlineData("warning: <html>\n" + Hash + "\n", Revision.Unknown)]
    public void What_git_prints_is_a_revision_only_if_it_is_a_hash(string output, string revision)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CIRCLE_SHA1") is { Length: > 0 }, "CircleCI says the revision itself");

        Revision.Of("/tree", new ScriptedCommands().On("git", output: output)).ShouldBe(revision);
    }
}
