using System.Reflection;
using Cake.Cli;
using Cake.Core.Composition;
using Cake.Core.IO;
using Cake.Frosting.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting;

/// <summary>Composes the services of a build and runs its tasks.</summary>
public sealed class CakeHost
{
    private readonly ServiceCollection services = [];
    private readonly List<Assembly> assemblies = [];

    private CakeHost()
    {
        services.AddFrosting();
        if (Assembly.GetEntryAssembly() is { } entry) assemblies.Add(entry);
    }

    public static CakeHost Create() => new();

    /// <summary>Takes the tasks of this assembly too; those of the entry assembly are always taken.</summary>
    public CakeHost AddAssembly(Assembly assembly)
    {
        assemblies.Add(assembly);
        return this;
    }

    /// <summary>Adds or replaces services; of several registrations for one service the last wins.</summary>
    public CakeHost ConfigureServices(Action<IServiceCollection> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services(this.services);
        return this;
    }

    /// <returns>
    /// 0, or 1 after a failure, which has then been logged; a <see cref="Core.CakeException"/> from outside the tasks brings its own code.
    /// -1 when the command line cannot be read.
    /// </returns>
    public int Run(IEnumerable<string> args)
    {
        foreach (var task in assemblies.SelectMany(TasksOf)) services.AddSingleton(typeof(IFrostingTask), task);

        // The command line has a container apart: the build's is complete only once the arguments, a service of it, are read.
        var registrar = new TypeRegistrar();
        registrar.RegisterInstance(typeof(IServiceCollection), services);
        var app = new CommandApp<RunCommand>(registrar);
        app.Configure(command => command.AddExample("--verbosity", "quiet").AddExample("--tree"));
        return app.Run(args);
    }

    private static IEnumerable<Type> TasksOf(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFrostingTask)));
}

/// <summary>The registrations of <see cref="ServiceCollectionExtensions"/>, chained on the host.</summary>
public static class CakeHostExtensions
{
    public static CakeHost UseContext<TContext>(this CakeHost host) where TContext : class, IFrostingContext =>
        host.ConfigureServices(services => services.UseContext<TContext>());

    public static CakeHost UseLifetime<TLifetime>(this CakeHost host) where TLifetime : class, IFrostingLifetime =>
        host.ConfigureServices(services => services.UseLifetime<TLifetime>());

    public static CakeHost UseTeardown<TTeardown>(this CakeHost host) where TTeardown : class, IFrostingTeardown =>
        host.ConfigureServices(services => services.UseTeardown<TTeardown>());

    public static CakeHost UseTaskLifetime<TLifetime>(this CakeHost host) where TLifetime : class, IFrostingTaskLifetime =>
        host.ConfigureServices(services => services.UseTaskLifetime<TLifetime>());

    public static CakeHost UseModule<TModule>(this CakeHost host) where TModule : ICakeModule, new() =>
        host.ConfigureServices(services => services.UseModule<TModule>());

    public static CakeHost UseWorkingDirectory(this CakeHost host, DirectoryPath path) =>
        host.ConfigureServices(services => services.UseWorkingDirectory(path));
}

/// <summary>A build that is put together wrongly: a dependency that is no task, a working directory that does not exist.</summary>
public sealed class FrostingException : Exception
{
    public FrostingException(string message)
        : base(message)
    {
    }

    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
