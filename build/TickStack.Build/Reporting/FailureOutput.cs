using System.Globalization;
using Cake.Core;
using Cake.Core.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TickStack.Failures;

namespace TickStack.Build.Reporting;

/// <summary>A failure is said once, last on the screen: the engine says it in between, and a table and banners around it hide it.</summary>
public static class FailureOutput
{
    /// <summary>To be called once the engine's own log and printer are registered: the last registration of a service counts.</summary>
    public static IServiceCollection AddFailureOutput(this IServiceCollection services) => services
        .Wrap<ICakeLog>((log, outcome) => new LogWithoutErrors(log, outcome))
        .Wrap<ICakeReportPrinter>((printer, outcome) => new PrinterOfWork(printer, outcome));

    private static IServiceCollection Wrap<T>(this IServiceCollection services, Func<T, RunOutcome, T> wrap)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        return services.AddSingleton(provider => wrap((T)Make(inner, provider), provider.GetRequiredService<RunOutcome>()));
    }

    private static object Make(ServiceDescriptor service, IServiceProvider provider) =>
        service.ImplementationInstance ?? service.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!);

    private sealed class LogWithoutErrors(ICakeLog log, RunOutcome outcome) : ICakeLog
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

            log.Write(verbosity, level, format, args);
        }
    }

    /// <summary>Wrong input has done nothing that a table could show.</summary>
    private sealed class PrinterOfWork(ICakeReportPrinter printer, RunOutcome outcome) : ICakeReportPrinter
    {
        private bool IsSilent => outcome.Failure is FailureException { ExitCode: ExitCode.InvalidInput };

        public void Write(CakeReport report)
        {
            if (!IsSilent)
            {
                printer.Write(report);
            }
        }

        // The banner of the teardown, once something has failed.
        public void WriteLifeCycleStep(string name, Verbosity verbosity)
        {
            if (!outcome.HasFailed)
            {
                printer.WriteLifeCycleStep(name, verbosity);
            }
        }

        public void WriteStep(string name, Verbosity verbosity) => printer.WriteStep(name, verbosity);

        public void WriteSkippedStep(string name, Verbosity verbosity) => printer.WriteSkippedStep(name, verbosity);
    }
}
