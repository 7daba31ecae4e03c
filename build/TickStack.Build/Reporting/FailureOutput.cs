using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TickStack.Build.Reporting;

/// <summary>A failure is said once, last on the screen: the engine says it in between, and a table and banners around it hide it.</summary>
public static class FailureOutput
{
    /// <summary>To be called once the engine's own log and printer are registered: the last registration of a service counts.</summary>
    public static IServiceCollection AddFailureOutput(this IServiceCollection services) => services
        .AddSingleton<TargetBanner>()
        .Wrap<ICakeLog>((log, provider) => new LogWithoutErrors(log, provider.GetRequiredService<RunOutcome>(), provider.GetRequiredService<TargetBanner>()))
        .Wrap<IAnsiConsole>((console, provider) => new ConsoleUnderBanner(console, provider.GetRequiredService<TargetBanner>()))
        .Wrap<ICakeReportPrinter>(
            (printer, provider) => new PrinterOfWork(printer, provider.GetRequiredService<RunOutcome>(), provider.GetRequiredService<TargetBanner>()));

    private static IServiceCollection Wrap<T>(this IServiceCollection services, Func<T, IServiceProvider, T> wrap)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        return services.AddSingleton(provider => wrap((T)Make(inner, provider), provider));
    }

    private static object Make(ServiceDescriptor service, IServiceProvider provider) =>
        service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider)
            ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);

    /// <summary>Stands above the first thing that its target says: a target that fails on its input says nothing but that.</summary>
    private sealed class TargetBanner
    {
        private Action? print;

        public void Hold(Action banner)
        {
            Show();
            print = banner;
        }

        public void Show() => Interlocked.Exchange(ref print, null)?.Invoke();
    }

    private sealed class ConsoleUnderBanner(IAnsiConsole console, TargetBanner banner) : IAnsiConsole
    {
        public Profile Profile => console.Profile;

        public IAnsiConsoleCursor Cursor => console.Cursor;

        public IAnsiConsoleInput Input => console.Input;

        public IExclusivityMode ExclusivityMode => console.ExclusivityMode;

        public RenderPipeline Pipeline => console.Pipeline;

        public void Clear(bool home) => console.Clear(home);

        public void Write(IRenderable renderable)
        {
            banner.Show();
            console.Write(renderable);
        }

        public void WriteAnsi(Action<AnsiWriter> action)
        {
            banner.Show();
            console.WriteAnsi(action);
        }
    }

    private sealed class LogWithoutErrors(ICakeLog log, RunOutcome outcome, TargetBanner banner) : ICakeLog
    {
        public Verbosity Verbosity
        {
            get => log.Verbosity;
            set => log.Verbosity = value;
        }

        public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args)
        {
            if (level is LogLevel.Error or LogLevel.Fatal && log.Verbosity != Verbosity.Diagnostic)
            {
                outcome.Say(string.Format(CultureInfo.InvariantCulture, format, args));
                return;
            }

            if (verbosity <= log.Verbosity)
            {
                banner.Show();
            }

            log.Write(verbosity, level, format, args);
        }
    }

    /// <summary>Wrong input has done nothing that a table could show.</summary>
    private sealed class PrinterOfWork(ICakeReportPrinter printer, RunOutcome outcome, TargetBanner banner) : ICakeReportPrinter
    {
        private bool IsSilent => outcome.Failure is FailureException { ExitCode: ExitCode.InvalidInput };

        public void Write(CakeReport report)
        {
            if (!IsSilent)
            {
                banner.Show();
                printer.Write(report);
            }
        }

        // The teardown is no target; what it prints has titles of its own.
        public void WriteLifeCycleStep(string name, Verbosity verbosity)
        {
            if (!outcome.HasFailed)
            {
                banner.Show();
            }
        }

        public void WriteStep(string name, Verbosity verbosity) => banner.Hold(() => printer.WriteStep(name, verbosity));

        public void WriteSkippedStep(string name, Verbosity verbosity)
        {
            banner.Show();
            printer.WriteSkippedStep(name, verbosity);
        }
    }
}
