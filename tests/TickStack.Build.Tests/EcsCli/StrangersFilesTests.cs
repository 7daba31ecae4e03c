using System.Formats.Tar;
using System.Text;
using TickStack.Build.Tests.Sandbox;
using TickStack.EcsCli;
using TickStack.Failures;

namespace TickStack.Build.Tests.EcsCli;

/// <summary>Files of a pull request that nobody has looked at yet: they show nothing of other files, and take little time and memory.</summary>
public sealed class StrangersFilesTests : IDisposable
{
    private const string Web = "services: {web: {image: a}}\n";

    private const string EnvFile = "services: {web: {image: a, env_file: named}}\n";

    private const string Extends = "version: '2'\nservices: {web: {image: a, extends: {file: named, service: web}}}\n";

    // Far more than any of it takes, and far less than what is not bounded would.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(EnvFile, "s3cret:$6$t0ken:19000:0:99999:7:::\n")]
    [InlineData(EnvFile, "A=1\ns3cret\n")]
    [InlineData(EnvFile, "s3cret t0ken=1\n")]
    [InlineData(Extends, "s3cret:$6$t0ken:19000:0:99999:7:::\n")]
    [InlineData(Extends, "s3cret:$6$t0ken:19000:0:99999:7:::\nt0ken:*:1:1\n")]
    [InlineData(Extends, "s3cret: t0ken\n")]
    [InlineData(Extends, "- s3cret\n- ${t0ken\n")]
    [InlineData(Extends, "s3cret: &s3cret [*t0ken]\n")]
    [InlineData(Extends, "s3cret: 1\ns3cret: 2\n")]
    [InlineData(Extends, "services: {s3cret: {image: t0ken}}\n")]
    [InlineData(Extends, "services: {web: {s3cret: t0ken}}\n")]
    [InlineData(Extends, "services: {web: {image: $s3cret, ports: [t0ken], extends: s3cret}}\n")]
    [InlineData(Extends, "services: {web: {image: a, env_file: s3cret, extends: {file: t0ken, service: web}}}\n")]
    [InlineData(Extends, "services: {web: {image: a, mem_limit: 8m, mem_reservation: s3cret}}\n")]
    public async Task Nothing_is_shown_out_of_a_file_that_the_compose_file_names(string compose, string named)
    {
        folder.Write("named", named);

        var failure = await FailureAsync(compose);

        failure.Message.ShouldNotContain("s3cret");
        failure.Message.ShouldNotContain("t0ken");
        failure.Message.ShouldMatch(@"^(named|c\.yml):\d+:\d+: ");
    }

    [Fact]
    public void Warnings_show_nothing_out_of_it_either()
    {
        folder.Write("c.yml", Extends);
        folder.Write("named", "version: '2'\nservices: {web: {image: a, build: s3cret, hostname: $s3cret}, s3cret: {image: a, restart: always}}\n");

        var warnings = Project().Read(new Dictionary<string, string>(), allowUnset: true, CancellationToken.None).Warnings;

        warnings.Count.ShouldBe(3);
        warnings.ShouldAllBe(warning => !warning.ToString().Contains("s3cret") && warning.Location!.File == "named");
    }

    [Theory]
    [InlineData("s3cret:$6$t0ken:19000:0:99999:7:::\n", "p.yml:1:1: this is no ecs-params file")]
    [InlineData("s3cret: $t0ken\n", "p.yml:1:1: this is no ecs-params file")]
    [InlineData("s3cret: 1\ns3cret: 2\n", "p.yml:1:1: this is no ecs-params file")]
    [InlineData("- ${s3cret\n", "p.yml:1:1: must be a mapping, but is a list")]
    [InlineData("a: *s3cret\n", "p.yml:1:4: this is not YAML: nothing above is anchored under the name of this alias")]
    public async Task A_file_that_is_something_else_altogether_is_not_quoted(string text, string message)
    {
        folder.Write("p.yml", text);

        (await FailureAsync(Web, "p.yml")).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("s3cret:$6$t0ken:19000:0:99999:7:::\n", "c.yml:1:1: this is no compose file")]
    [InlineData("s3cret: {t0ken: 1}\n", "c.yml:1:1: this is no compose file")]
    public async Task A_compose_file_that_is_none_is_not_quoted(string text, string message) => (await FailureAsync(text)).Message.ShouldBe(message);

    public static TheoryData<string, string> Bombs { get; } = new()
    {
        { "x-0: &a0 [x, x, x, x, x, x, x, x, x]\n" + Lines(1, 9, i => $"x-{i}: &a{i} [{Repeat($"*a{i - 1}", 9)}]") + Web, "more than 100000 values" },
        { "x-0: &a0 {x: 1}\n" + Lines(1, 200, i => $"x-{i}: &a{i} [*a{i - 1}]") + Web, "more than 100 lists and mappings" },
        { $"x-0: &a {new string('x', 100_000)}\nx-1: [{Repeat("*a", 20)}]\n" + Web, "more than 1048576 characters" },
        { $"x-0: {new string('[', 200_000)}\n", "more than 100 lists and mappings" },
        { $"? {new string('x', 2_000)}\n: 1\n" + Web, "more than 1024 characters" },
        { $"services: {{web: {{image: a, command: [{Repeat("$BIG$BIG$BIG", 20_000)}]}}}}\n", "variables, env_file and extends add more than 4194304" },
        { $"services: {{web: {{image: a, ports: [{Repeat("'1-65535'", 20_000)}]}}}}\n", "more than 1771 ports" },
        { $"services: {{web: {{image: a, env_file: [{Repeat("c.yml", 200)}]}}}}\n", "more than 100 files" },
        { $"services: {{\n{Lines(1, 20_000, i => $" s{i}: {{extends: s{i + 1}}},")}}}\n", "no more than 100 are read" },
        { $"services: {{web: {{\n{Lines(1, 30_000, i => $" imgae{i}: 1,")}}}}}\n", "more" },
        { "services: {web: {image: a}}\n#" + new string('x', 1 << 20), "'c.yml' is larger than 1 MiB" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task What_asks_for_time_and_memory_without_end_is_refused(string compose, string message)
    {
        var failure = await FailureAsync(compose);

        failure.Message.ShouldContain(message);
        failure.Message.Length.ShouldBeLessThan(6_000);
        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
    }

    [Fact]
    public async Task Variables_that_double_each_other_are_refused()
    {
        folder.Write(".env", "V0=0123456789\n" + Lines(1, 60, i => $"V{i}=$V{i - 1}$V{i - 1}"));

        (await FailureAsync(Web)).Message.ShouldContain("variables, env_file and extends add more than");
    }

    [Fact]
    public async Task Long_lines_among_the_variables_are_judged_like_short_ones()
    {
        folder.Write(".env", $"A=x{new string(' ', 500_000)}y #\nB='{new string('\\', 400_000)}\n");

        (await FailureAsync(Web)).Message.ShouldStartWith(".env:2:1: this is no variable");
    }

    [Fact]
    public async Task A_device_and_a_pipe_are_refused_where_they_are_named()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither among its files.");
        new PaxTarEntry(TarEntryType.Fifo, "pipe").ExtractToFile(Path.Combine(folder.Path, "pipe"), overwrite: false);

        (await FailureAsync("services: {web: {image: a, env_file: pipe}}\n")).Message.ShouldStartWith("c.yml:1:38: 'pipe' is not a regular file");
        (await FailureAsync("services: {web: {image: a, env_file: /dev/zero}}\n")).Message.ShouldStartWith("c.yml:1:38: '/dev/zero' is not a regular file");
        (await FailureAsync(Web, "/dev/zero")).Message.ShouldStartWith("'/dev/zero' is not a regular file");
    }

    [Fact]
    public void A_link_to_a_regular_file_is_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets few people make links.");
        folder.Write("c.yml", EnvFile);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "named"), folder.Write("target", "A=1\n"));

        var compose = Project().Read(new Dictionary<string, string>(), allowUnset: false, CancellationToken.None).Compose;

        compose.Services[0].Environment.ShouldBe(new Dictionary<string, string> { ["A"] = "1" });
    }

    [Fact]
    public async Task A_file_that_is_not_in_utf8_is_refused_with_its_place()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "named"), [.. "A=1\nB=ä"u8, 0xE4]);

        (await FailureAsync(EnvFile)).Message.ShouldStartWith("named:2:4: 'named' is not in UTF-8 here");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_file_in_utf16_is_named_as_such(string encoding)
    {
        File.WriteAllText(Path.Combine(folder.Path, "p.yml"), "version: 1\n", Encoding.GetEncoding(encoding));

        (await FailureAsync(Web, "p.yml")).Message.ShouldStartWith("'p.yml' is in UTF-16");
    }

    [Fact]
    public void A_run_that_is_interrupted_reads_no_further()
    {
        folder.Write("c.yml", Web);

        var interrupted = new CancellationToken(canceled: true);

        Should.Throw<OperationCanceledException>(() => Project().Read(new Dictionary<string, string>(), allowUnset: false, interrupted));
    }

    private static string Lines(int first, int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(first, count).Select(i => line(i) + "\n"));

    private static string Repeat(string text, int count) => string.Join(", ", Enumerable.Repeat(text, count));

    private ComposeProject Project(string? ecsParams = null) => new(folder.Path, "c.yml", ecsParams);

    private async Task<FailureException> FailureAsync(string compose, string? ecsParams = null)
    {
        folder.Write("c.yml", compose);
        using var bound = new CancellationTokenSource();
        bound.CancelAfter(Bound);
        var variables = new Dictionary<string, string> { ["BIG"] = new('x', 100_000) };
        var reading = Task.Run(() => Project(ecsParams).Read(variables, allowUnset: false, bound.Token), bound.Token);
        return await Should.ThrowAsync<FailureException>(() => reading.WaitAsync(bound.Token), $"c.yml is refused within {Bound}");
    }
}
