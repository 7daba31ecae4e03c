using TickStack.Build.Images;
using TickStack.Failures;

namespace TickStack.Build.Tests.Images;

public class BaseImageTests
{
    [Theory]
    [InlineData("influxdb:1.12.4", "1.12.4")]
    [InlineData("registry:5000/mirror/influxdb:1.12.4-alpine", "1.12.4-alpine")]
    [InlineData("influxdb:1.12.4@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "1.12.4")]
    public void The_version_is_the_tag(string reference, string version) =>
        BaseImage.Of("Dockerfile", $"ARG BASE_IMAGE={reference}\nFROM ${{BASE_IMAGE}}\n").Version.ShouldBe(version);

    [Theory]
    [InlineData("# comment\nARG BASE_IMAGE=influxdb:1.12.4\nFROM ${BASE_IMAGE}\nARG BASE_IMAGE\n", "influxdb:1.12.4")]
    [InlineData("arg BASE_IMAGE=\"telegraf:1.39.1\"\r\nFROM ${BASE_IMAGE}\r\n", "telegraf:1.39.1")]
    public void The_base_is_what_the_argument_says(string text, string reference) => BaseImage.Of("Dockerfile", text).Reference.ShouldBe(reference);

    [Theory]
    [InlineData("influxdb")]
    [InlineData("influxdb:latest")]
    [InlineData("registry:5000/influxdb")]
    public void A_base_without_an_exact_version_is_refused_with_its_place(string reference)
    {
        var failure = Should.Throw<FailureException>(() => BaseImage.Of("images/influxdb/Dockerfile", $"# a comment\nARG BASE_IMAGE={reference}\n"));

        failure.Problems.ShouldHaveSingleItem().Location.ShouldBe(new SourceLocation("images/influxdb/Dockerfile", 2, 16));
        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
    }

    [Fact]
    public void A_Dockerfile_without_the_argument_is_refused() =>
        Should.Throw<FailureException>(() => BaseImage.Of("Dockerfile", "FROM influxdb:1.12.4\n")).Message.ShouldContain("ARG BASE_IMAGE");
}
