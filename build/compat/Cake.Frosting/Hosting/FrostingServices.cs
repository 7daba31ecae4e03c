using Cake.Cli;
using Cake.Core.Configuration;
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
