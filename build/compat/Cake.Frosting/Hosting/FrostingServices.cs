using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;
using Cake.Core.Modules;
using Cake.Frosting.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Hosting;

/// <summary>What stands in the container before the build adds its own, so that the build may replace all of it.</summary>
internal static class FrostingServices
{
    public static void AddFrosting(this IServiceCollection services) => services
        .AddCakeDiagnostics()
        .UseModule<CoreModule>()
        .AddSingleton<ICakeConfiguration, BuildConfiguration>()
        .AddSingleton<IFrostingContext, FrostingContext>()
        .AddSingleton<BuildScriptHost<IFrostingContext>>()
        .AddSingleton<DryRunScriptHost<IFrostingContext>>()
        .AddSingleton<TreeScriptHost>()
        .AddSingleton<DescriptionScriptHost>()
        .AddSingleton<IVersionResolver, VersionResolver>()
        .AddSingleton<VersionFeature>()
        .AddSingleton<InfoFeature>()
        .AddSingleton<TaskRegistration>()
        .AddSingleton<LifetimeRegistration>();
}

/// <summary>Cake's settings (tool path, verbosity of commands, …): from <c>CAKE_*</c> variables, then cake.config, then the command line.</summary>
internal sealed class BuildConfiguration(IFileSystem fileSystem, ICakeEnvironment environment, ICakeArguments arguments) : ICakeConfiguration
{
    private readonly ICakeConfiguration values = new CakeConfigurationProvider(fileSystem, environment).CreateConfiguration(
        environment.WorkingDirectory,
        arguments.GetArguments().ToDictionary(argument => argument.Key, argument => argument.Value?.FirstOrDefault() ?? string.Empty));

    public string GetValue(string key) => values.GetValue(key);
}

/// <summary>The directory the build itself asked to run in.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);
