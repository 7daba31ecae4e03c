using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using TickStack.Compat.Tests.Fakes;

namespace TickStack.Compat.Tests.Frosting;

/// <summary>Cake's own settings: the command line, then cake.config, then variables.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_option_of_the_command_line_is_a_setting_of_that_name() =>
        HostRun.Of([typeof(TellsSettings)], "--target=TellsSettings", "--paths_tools=here").Journal.ShouldBe(["Normal, tools in here"]);

    [Fact]
    public void Verbosity_comes_from_the_file_in_the_working_directory()
    {
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "cake.config"), "[Settings]\nVerbosity=verbose\n");
        Run(folder.FullName, []).Journal.ShouldBe(["Verbose, tools in "]);
    }

    [Fact]
    public void Verbosity_comes_from_a_variable() => WithVariable("minimal").Journal.ShouldBe(["Minimal, tools in "]);

    [Fact]
    public void Verbosity_of_the_command_line_wins() => WithVariable("minimal", "--verbosity=quiet").Journal.ShouldBe(["Quiet, tools in "]);

    [Fact]
    public void A_verbosity_that_does_not_exist_is_the_normal_one() => WithVariable("shouting").Journal.ShouldBe(["Normal, tools in "]);

    private static HostRun WithVariable(string verbosity, params string[] arguments) => Run("/", new() { ["CAKE_SETTINGS_VERBOSITY"] = verbosity }, arguments);

    private static HostRun Run(string folder, Dictionary<string, string?> variables, params string[] arguments) =>
        HostRun.Of(
            [typeof(TellsSettings)],
            host => host.ConfigureServices(services => services.AddSingleton<ICakeEnvironment>(new OwnEnvironment(folder, variables))),
            ["--target=TellsSettings", .. arguments]);

    private sealed class TellsSettings(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) =>
            journal.Add($"{context.Log.Verbosity}, tools in {context.Configuration.GetValue("Paths_Tools")}");
    }
}
