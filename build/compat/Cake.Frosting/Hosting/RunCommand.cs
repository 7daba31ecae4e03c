using Cake.Cli;
using Cake.Cli.Infrastructure;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Cake.Frosting.Execution;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

/// <summary>The one command of a build: completes the container with the arguments and runs what they ask for.</summary>
internal sealed class RunCommand(IServiceCollection services) : Command<RunSettings>
{
    public override int Execute(CommandContext context, RunSettings settings, CancellationToken cancellationToken)
    {
        services.AddSingleton<ICakeArguments>(context.Remaining.ToCakeArguments(settings.NoReport, settings.Targets));
        services.AddSingleton(context.Remaining);
        // Not disposed, as in the official package: a build's singletons live until the process ends.
        var provider = services.BuildServiceProvider();
        try
        {
            Run(provider, settings);
            return 0;
        }
        // Whatever a build throws ends here, logged: there is no one above to handle it.
        catch (Exception exception)
        {
            return provider.GetRequiredService<ICakeLog>().LogException(exception);
        }
    }

    private static void Run(IServiceProvider provider, RunSettings settings)
    {
        if (settings.Version) provider.GetRequiredService<VersionFeature>().Run(provider.GetRequiredService<IConsole>());
        else if (settings.Info) provider.GetRequiredService<InfoFeature>().Run(provider.GetRequiredService<IConsole>());
        else RunTargets(provider, settings);
    }

    private static void RunTargets(IServiceProvider provider, RunSettings settings)
    {
        var log = provider.GetRequiredService<ICakeLog>();
        log.Verbosity = settings.Verbosity ?? Verbosity.Normal;
        EnterWorkingDirectory(provider, settings);

        // Configuration is read from the working directory.
        log.Verbosity = provider.GetRequiredService<ICakeConfiguration>().GetVerbosity(settings.Verbosity);
        var host = HostFor(provider, settings);
        if (settings.Exclusive) host.Settings.UseExclusiveTarget();
        provider.GetRequiredService<TaskRegistration>().Register();
        provider.GetRequiredService<LifetimeRegistration>().Register();
        host.RunTargets(settings.Targets);
    }

    private static void EnterWorkingDirectory(IServiceProvider provider, RunSettings settings)
    {
        var environment = provider.GetRequiredService<ICakeEnvironment>();
        var wanted = settings.WorkingDirectory ?? provider.GetService<WorkingDirectory>()?.Path ?? environment.WorkingDirectory;
        var directory = wanted.MakeAbsolute(environment);
        if (!provider.GetRequiredService<IFileSystem>().Exist(directory))
            throw new FrostingException($"The working directory '{directory.FullPath}' does not exist.");
        environment.WorkingDirectory = directory;
    }

    private static IScriptHost HostFor(IServiceProvider provider, RunSettings settings) => settings switch
    {
        { DryRun: true } => provider.GetRequiredService<DryRunScriptHost<IFrostingContext>>(),
        { Tree: true } => provider.GetRequiredService<TreeScriptHost>(),
        { Description: true } => provider.GetRequiredService<DescriptionScriptHost>(),
        _ => provider.GetRequiredService<BuildScriptHost<IFrostingContext>>(),
    };
}
