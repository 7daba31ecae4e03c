using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Spectre.Console.Testing;

namespace TickStack.Compat.Tests.Frosting;

/// <summary>A whole run of a host in this process, with its consoles recorded.</summary>
internal sealed class HostRun
{
    private readonly RecordingConsole console = new();
    private readonly TestConsole ansiConsole = new TestConsole().Width(120);
    private readonly Journal journal = new();

    private HostRun(Type[] tasks, string[] arguments, Action<CakeHost> configure)
    {
        // Tasks are added by hand: those of one test, private to it, and not all that the entry assembly has.
        var host = CakeHost.Create().ConfigureServices(services =>
        {
            services.AddSingleton<IConsole>(console).AddSingleton<IAnsiConsole>(ansiConsole).AddSingleton(journal);
            foreach (var task in tasks) services.AddSingleton(typeof(IFrostingTask), task);
        });
        configure(host);
        ExitCode = host.Run(arguments);
    }

    public int ExitCode { get; }

    public IReadOnlyList<string> Journal => journal.Entries;

    /// <summary>What went to the log and the report.</summary>
    public string Output => console.Output + ansiConsole.Output;

    public string Error => console.Error;

    public static HostRun Of(Type[] tasks, params string[] arguments) => new(tasks, arguments, _ => { });

    public static HostRun Of(Type[] tasks, Action<CakeHost> configure, params string[] arguments) => new(tasks, arguments, configure);
}
