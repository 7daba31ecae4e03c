using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;

namespace Cake.Frosting.Hosting;

/// <summary>Cake's settings (tool path, verbosity of commands, …): from <c>CAKE_*</c> variables, then cake.config, then the command line.</summary>
internal sealed class BuildConfiguration(IFileSystem fileSystem, ICakeEnvironment environment, ICakeArguments arguments) : ICakeConfiguration
{
    private readonly ICakeConfiguration _values = new CakeConfigurationProvider(fileSystem, environment).CreateConfiguration(
        environment.WorkingDirectory,
        arguments.GetArguments().ToDictionary(argument => argument.Key, argument => argument.Value?.FirstOrDefault() ?? string.Empty));

    public string GetValue(string key) => _values.GetValue(key);
}
