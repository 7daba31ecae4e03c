using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Frosting.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>What a build registers beside its own services. Of several registrations of one kind the last wins.</summary>
public static class ServiceCollectionExtensions
{
    public static IServiceCollection UseContext<TContext>(this IServiceCollection services) where TContext : class, IFrostingContext =>
        services.AddSingleton<IFrostingContext, TContext>();

    public static IServiceCollection UseLifetime<TLifetime>(this IServiceCollection services) where TLifetime : class, IFrostingLifetime =>
        services.AddSingleton<IFrostingLifetime, TLifetime>()
            .AddSingleton<IFrostingSetup>(provider => provider.GetRequiredService<IFrostingLifetime>())
            .AddSingleton<IFrostingTeardown>(provider => provider.GetRequiredService<IFrostingLifetime>());

    public static IServiceCollection UseTeardown<TTeardown>(this IServiceCollection services) where TTeardown : class, IFrostingTeardown =>
        services.AddSingleton<IFrostingTeardown, TTeardown>();

    public static IServiceCollection UseTaskLifetime<TLifetime>(this IServiceCollection services) where TLifetime : class, IFrostingTaskLifetime =>
        services.AddSingleton<IFrostingTaskLifetime, TLifetime>()
            .AddSingleton<IFrostingTaskSetup>(provider => provider.GetRequiredService<IFrostingTaskLifetime>())
            .AddSingleton<IFrostingTaskTeardown>(provider => provider.GetRequiredService<IFrostingTaskLifetime>());

    public static IServiceCollection UseModule<TModule>(this IServiceCollection services) where TModule : ICakeModule, new() =>
        Cli.ServiceCollectionExtensions.UseModule<TModule>(services);

    /// <summary>The directory a build runs in unless <c>--working</c> names another; it must exist.</summary>
    public static IServiceCollection UseWorkingDirectory(this IServiceCollection services, DirectoryPath path) =>
        services.AddSingleton(new WorkingDirectory(path));
}
