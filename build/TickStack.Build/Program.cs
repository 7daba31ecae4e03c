using Cake.Core.IO;
using Cake.Frosting;
using TickStack.Build;
using TickStack.Build.Options;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;
using TickStack.Failures;

using var cancellation = new Cancellation();
var children = new ChildProcesses();
var outcome = new RunOutcome();
cancellation.Listen(children);

if (Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null)
{
    // Cake and the tools judge by TERM; a log file is no terminal.
    Environment.SetEnvironmentVariable("NO_COLOR", "1");
}

try
{
    var arguments = CommandLine.WithTargets(args, TaskGraph.Runs.ContainsKey);
    CommandLine.Check(arguments, TaskGraph.Runs);
    var line = CommandLine.Parse(arguments);
    var root = RepositoryRoot.Of(line);
    var settings = new Lazy<StackSettings>(() => new SettingsReader(new EnvironmentFiles(root)).Read(line, ProcessVariables.Read()));
    if (TaskGraph.NeedsSettings(line))
    {
        // What is wrong in the environment's file is said alone, before anything else is.
        _ = settings.Value;
    }

    var engine = CakeHost.Create()
        .UseContext<BuildContext>()
        .UseLifetime<BuildLifetime>()
        .UseWorkingDirectory(new DirectoryPath(root))
        .ConfigureServices(services => services
            .AddRun(root, line, settings, cancellation, children, outcome)
            .AddReporting()
            .AddFailureOutput()
            .AddTools()
            .AddStages())
        .Run(line.Has(KnownOptions.Help) ? ["--target=Default"] : arguments);
    if (outcome.Closing is { } closing)
    {
        Console.Error.WriteLine(closing);
    }

    return (int)outcome.Resolve(engine, cancellation.ExitCode);
}
catch (FailureException failure)
{
    Console.Error.WriteLine(failure.Message);
    return (int)failure.ExitCode;
}
