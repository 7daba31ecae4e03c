using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public class DockerfileTests
{
    [Theory]
    [InlineData("# comment\nARG BASE_IMAGE=influxdb:1.12.4\nFROM ${BASE_IMAGE}\nARG BASE_IMAGE\n", "influxdb:1.12.4")]
    [InlineData("arg BASE_IMAGE=\"telegraf:1.39.1\"\r\nFROM ${BASE_IMAGE}\r\n", "telegraf:1.39.1")]
    [InlineData("FROM influxdb:1.12.4\n", null)]
    public void The_base_is_what_the_argument_says(string text, string? reference) => Dockerfile.BaseImage(text).ShouldBe(reference);
}
