using TickStack.Build.Tests.Sandbox;
using TickStack.EcsCli;

namespace TickStack.Build.Tests.EcsCli.Compose;

public sealed class DotEnvFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("X=plain", "plain")]
    [InlineData("X = spaced out ", "spaced out")]
    [InlineData("export X=exported", "exported")]
    [InlineData("X=", "")]
    [InlineData("X= # nothing", "")]
    [InlineData("X=a # comment", "a")]
    [InlineData("X=a#b", "a#b")]
    [InlineData("X=a=b", "a=b")]
    [InlineData("X='a # \"b\" $SHELL_NAME \\n'", "a # \"b\" $SHELL_NAME \\n")]
    [InlineData("X='it\\'s'", "it's")]
    [InlineData("X=\"a # b\" # c", "a # b")]
    [InlineData("X=\"one\\ntwo \\\"three\\\" \\$four \\\\\"", "one\ntwo \"three\" $four \\")]
    [InlineData("X=it's", "it's")]
    [InlineData("X=$SHELL_NAME/${SHELL_NAME:-x}", "set/set")]
    [InlineData("X=\"${SHELL_NAME}\"", "set")]
    [InlineData("A=1\nX=${A}2", "12")]
    [InlineData("X=1\nX=2", "2")]
    [InlineData("\uFEFFX=marked\r\n# comment\r\n\r\n", "marked")]
    [InlineData("SHELL_NAME=file\nSHELL_NAME\nX=$SHELL_NAME", "set")]
    public void A_value_is_read_as_docker_compose_reads_it(string text, string expected) => Variable(text).ShouldBe(expected);

    [Theory]
    [InlineData("X=1\n1=2", "2:1: this is no variable")]
    [InlineData("two words=2", "1:1: this is no variable")]
    [InlineData("X='open", "1:1: this is no variable")]
    [InlineData("X=\"a\" b", "1:1: this is no variable")]
    [InlineData("X=1\nY=$MISSING_ONE", "2:1: the variable MISSING_ONE is not set")]
    public void What_is_none_is_reported_in_its_line(string text, string problem) =>
        Reading.Problems(() => Variable(text)).ShouldContain($".env:{problem}");

    private string Variable(string text)
    {
        folder.Write(".env", text);
        folder.Write("c.yml", "services: {web: {image: a, environment: [X]}}");
        var project = new ComposeProject(folder.Path, "c.yml", null);

        var variables = new Dictionary<string, string> { ["SHELL_NAME"] = "set" };
        return project.Read(variables, allowUnset: false, CancellationToken.None).Compose.Services[0].Environment["X"];
    }
}
