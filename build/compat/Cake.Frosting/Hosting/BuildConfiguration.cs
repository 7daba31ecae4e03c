using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

/// <summary>Cake's settings (tool path, verbosity of commands, …): from <c>CAKE_*</c> variables, then cake.config, then the command line.</summary>
internal sealed class BuildConfiguration(IFileSystem fileSystem, ICakeEnvironment environment, IRemainingArguments remaining) : ICakeConfiguration
{
    private readonly ICakeConfiguration _values = new CakeConfigurationProvider(fileSystem, environment).CreateConfiguration(
        environment.WorkingDirectory,
        remaining.Parsed.ToDictionary(option => option.Key, option => option.FirstOrDefault() ?? string.Empty));

    public string GetValue(string key) => _values.GetValue(key);
}
