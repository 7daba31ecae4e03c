using System.Net.Sockets;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Failures;

public sealed class FileTroubleTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<Exception> OfNoFile =>
    [
        new IOException("Unable to read data from the transport connection: Connection reset by peer.", new SocketException(104)),
        new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."),
        new EndOfStreamException(),
        new FileNotFoundException("Could not load file or assembly 'Amazon.Core, Version=4.0.0.0'.", "Amazon.Core, Version=4.0.0.0"),
        new InvalidOperationException("never"),
    ];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(28, "Make room on its disk")]
    [InlineData(122, "Make room on its disk")]
    [InlineData(unchecked((int)0x80070070), "Make room on its disk")]
    [InlineData(30, "mounted read-only")]
    [InlineData(24, "ulimit -n")]
    [InlineData(26, "who uses it")]
    public void What_the_system_refuses_on_a_file_is_told_with_what_helps(int number, string remedy)
    {
        var failure = Explained(new IOException("Refused : '/tree/artifacts/a.json'", number));

        failure.ExitCode.ShouldBe(ExitCode.Unavailable);
        failure.Message.ShouldStartWith("Refused : '/tree/artifacts/a.json'");
        failure.Problems.ShouldHaveSingleItem().Remedy.ShouldNotBeNull().ShouldContain(remedy);
    }

    [Theory]
    [MemberData(nameof(OfNoFile))]
    public void What_is_about_no_file_stays_as_it_is(Exception exception) => FileTrouble.Explain(exception).ShouldBeSameAs(exception);

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_named() =>
        Explained(() => File.ReadAllText(folder.Path)).Message.ShouldContain(folder.Path);

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_named()
    {
        var file = folder.Write("logs");

        Explained(() => Directory.CreateDirectory(file)).Message.ShouldContain(file);
        Explained(() => Directory.CreateDirectory(Path.Combine(file, "deeper"))).Message.ShouldContain(file);
    }

    [Fact]
    public void A_file_and_a_folder_that_are_missing_are_named()
    {
        var missing = Path.Combine(folder.Path, "none");

        Explained(() => File.ReadAllText(missing)).Message.ShouldContain(missing);
        Explained(() => File.ReadAllText(Path.Combine(missing, "a.txt"))).Message.ShouldContain(missing);
    }

    [Fact]
    public void A_disk_that_is_full_is_told_as_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has a device that is always full");

        Explained(() => File.WriteAllText("/dev/full", "text")).Message.ShouldContain("Make room on its disk");
    }

    [Fact]
    public void A_name_that_is_too_long_is_told_as_one() =>
        Explained(() => File.WriteAllText(Path.Combine(folder.Path, new string('a', 5000)), "")).Message.ShouldContain("shorter path");

    private static FailureException Explained(Action act) => Explained(Should.Throw<Exception>(act));

    private static FailureException Explained(Exception exception) => FileTrouble.Explain(exception).ShouldBeOfType<FailureException>();
}
