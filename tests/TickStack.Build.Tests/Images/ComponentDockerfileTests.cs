using System.Text.RegularExpressions;

namespace TickStack.Build.Tests.Images;

public sealed partial class ComponentDockerfileTests
{
    public static TheoryData<string> Components => ImageFolder.Components;

    [Theory]
    [MemberData(nameof(Components))]
    public void One_line_names_the_base_image_with_an_exact_version(string component)
    {
        var bases = Dockerfile(component).Where(line => line.StartsWith("ARG BASE_IMAGE=", StringComparison.Ordinal)).ToList();

        bases.ShouldHaveSingleItem();
        OfficialImage().Match(bases[0]).Groups["name"].Value.ShouldBe(component);
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void The_build_needs_neither_emulation_nor_a_frontend(string component)
    {
        var instructions = Dockerfile(component).Select(line => line.Split(' ')[0]).ToList();

        instructions.ShouldNotContain("RUN");
        instructions.ShouldNotContain("ADD");
        Dockerfile(component).ShouldNotContain(line => line.Contains("syntax=", StringComparison.Ordinal));
        Dockerfile(component).ShouldNotContain(line => line.StartsWith("COPY --chmod", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Components))]
    public void What_settings_bake_in_are_build_arguments_without_a_default(string component) =>
        Dockerfile(component).Where(line => line.StartsWith("ARG ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal))
            .ShouldBe(["ARG ENVIRONMENT", "ARG BACKUP_BUCKET", "ARG LOGS_BUCKET", "ARG BASE_IMAGE"]);

    [Theory]
    [MemberData(nameof(Components))]
    public void A_new_revision_invalidates_nothing_but_its_label(string component) =>
        Dockerfile(component).SkipWhile(line => line != "ARG REVISION=\"\"").Skip(1).First().ShouldStartWith("LABEL ");

    [Theory]
    [MemberData(nameof(Components))]
    public void Docker_checks_health_as_the_task_definition_does(string component) =>
        Dockerfile(component).ShouldContain(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)
            && line.EndsWith("CMD [\"/usr/local/bin/healthcheck\"]", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Components))]
    public void No_instruction_names_a_secret(string component) =>
        Dockerfile(component).ShouldNotContain(line => line.Contains("_PASSWORD=", StringComparison.Ordinal)
            || line.Contains("TOKEN", StringComparison.Ordinal));

    // The classic builder has no --chmod, so a mode that got lost in a commit would surface as "permission denied" in ECS.
    [Theory]
    [MemberData(nameof(Components))]
    public void Scripts_are_executable_in_the_repository(string component)
    {
        var scripts = ImageFolder.Files(component, "*").Where(file => File.ReadLines(file).FirstOrDefault() == "#!/bin/sh").ToList();

        scripts.ShouldNotBeEmpty();
        scripts.ShouldAllBe(file => IsExecutable(file));
    }

    [Fact]
    public void The_base_that_starts_the_server_is_a_one_x_release() =>
        Dockerfile("influxdb").ShouldContain(line => line.StartsWith("ARG BASE_IMAGE=influxdb:1.", StringComparison.Ordinal));

    private static string[] Dockerfile(string component) => ImageFolder.Lines(component, "Dockerfile");

    // Windows has no such mode; there git's index carries it.
    private static bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

    [GeneratedRegex(@"^ARG BASE_IMAGE=(?<name>[a-z]+):\d+\.\d+\.\d+$")]
    private static partial Regex OfficialImage();
}
