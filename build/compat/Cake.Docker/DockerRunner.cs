using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;
using Cake.Docker.Arguments;

namespace Cake.Docker;

/// <summary>Runs one docker command and waits for it.</summary>
internal sealed class DockerRunner<TSettings>(ICakeContext context)
    : Tool<TSettings>(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools)
    where TSettings : AutoToolSettings, new()
{
    /// <exception cref="CakeException">Docker was not found, or exited with a code other than 0; its output has gone to the console.</exception>
    public void Run(string command, TSettings? settings, params IEnumerable<string> operands)
    {
        settings ??= new TSettings();
        Run(settings, SettingsArguments.Render(command, settings, operands));
    }

    /// <returns>The lines of docker's standard output.</returns>
    /// <inheritdoc cref="Run(string, TSettings?, IEnumerable{string})" path="/exception"/>
    public string[] Read(string command, TSettings? settings, params IEnumerable<string> operands)
    {
        settings ??= new TSettings();
        string[] lines = [];
        var arguments = SettingsArguments.Render(command, settings, operands);
        Run(settings, arguments, new ProcessSettings { RedirectStandardOutput = true }, process => lines = [.. process.GetStandardOutput()]);
        return lines;
    }

    protected override string GetToolName() => "Docker";

    // Under WSL both exist, and the native one comes first.
    protected override IEnumerable<string> GetToolExecutableNames() =>
        context.Environment.Platform.IsUnix() ? ["docker", "docker.exe"] : ["docker.exe", "docker"];
}
