using TickStack.Build.Options;
using TickStack.Build.Tasks;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Options;

public sealed class RepositoryRootTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public RepositoryRootTests()
    {
        folder.Write("repository/TickStack.slnx");
        folder.Write("repository/build/environments/sandbox.json");
        folder.Write("mark-alone/TickStack.slnx");
        folder.Write("trail /TickStack.slnx");
        folder.Write("trail /build/environments/sandbox.json");
        folder.Write("repository/images/telegraf/Dockerfile");
        folder.Write("elsewhere/file");
    }

    private string Repository => PathOf("repository");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("repository")]
    [InlineData("repository/")]
    [InlineData("./repository//")]
    [InlineData("elsewhere/../repository/.")]
    public void A_relative_folder_begins_where_the_command_was_given(string given) => RepositoryRoot.At(given, folder.Path).ShouldBe(Repository);

    [Fact]
    public void An_absolute_folder_is_taken_as_it_is() => RepositoryRoot.At(Repository + "/", "/").ShouldBe(Repository);

    [Fact]
    public void A_symbolic_link_to_a_repository_is_one()
    {
        Directory.CreateSymbolicLink(PathOf("link"), Repository);

        RepositoryRoot.At("link", folder.Path).ShouldBe(PathOf("link"));
    }

    [Fact]
    public void Without_the_option_it_is_the_one_that_the_host_lies_in() =>
        RepositoryRoot.Of(TaskGraph.Grammar.Parse(["--target=Deploy"])).ShouldBe(RepositoryFolder.Path);

    [Fact]
    public void With_the_option_it_is_the_one_that_was_given() =>
        RepositoryRoot.Of(TaskGraph.Grammar.Parse(["--working", "repository"]) with { Folder = folder.Path }).ShouldBe(Repository);

    [Theory]
    [InlineData("elsewhere", "does not hold TickStack.slnx and build/environments")]
    [InlineData("mark-alone", "does not hold TickStack.slnx and build/environments")]
    [InlineData("trail ", "has a backslash in it, or a blank at its end")]
    [InlineData("elsewhere/file", "is a file")]
    [InlineData("repository/TickStack.slnx", "is a file")]
    [InlineData("missing", "does not exist")]
    [InlineData("elsewhere/file/below", "does not exist")]
    [InlineData("~/repository", "does not exist")]
    public void Any_other_is_wrong_input_with_what_was_given_where_that_is_and_what_to_do(string given, string obstacle)
    {
        var failure = Should.Throw<FailureException>(() => RepositoryRoot.At(given, folder.Path));

        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
        failure.Problems.ShouldHaveSingleItem().Message.ShouldStartWith($"--working={given} is no TickStack repository: {PathOf(given)} {obstacle}");
        failure.Message.ShouldContain("→ Give the folder that holds TickStack.slnx");
    }

    [Fact]
    public void A_link_that_leads_nowhere_is_wrong_input()
    {
        Directory.CreateSymbolicLink(PathOf("link"), PathOf("missing"));

        Should.Throw<FailureException>(() => RepositoryRoot.At("link", folder.Path)).ExitCode.ShouldBe(ExitCode.InvalidInput);
    }

    [Fact]
    public void A_folder_of_a_repository_names_the_repository() =>
        Should.Throw<FailureException>(() => RepositoryRoot.At("repository/images/telegraf", folder.Path)).Message.ShouldContain($"--working={Repository}");

    private string PathOf(string name) => Path.Combine(folder.Path, name);
}
