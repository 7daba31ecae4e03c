using Cake.Core.IO;
using Cake.Frosting;
using TickStack.Build;
using TickStack.Build.Errors;
using TickStack.Build.Reporting;
using TickStack.Build.Settings.Options;
using TickStack.Build.Tools;
using TickStack.Build.Tools.Processes;

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
    CommandLine.Check(args, TaskGraph.Runs);
    var line = CommandLine.Parse(args);
    var root = RepositoryRoot.Of(line);
    var engine = CakeHost.Create()
        .UseContext<BuildContext>()
        .UseLifetime<BuildLifetime>()
        .UseWorkingDirectory(new DirectoryPath(root))
        .ConfigureServices(services => services
            .AddRun(root, line, cancellation, children, outcome)
            .AddReporting()
            .AddTools()
            .AddStages())
        .Run(args);
    if (outcome.Failure is { } failure and not FailureException and not OperationCanceledException)
    {
        // Nobody expected this one: whoever reports it needs the trace.
        Console.Error.WriteLine(failure);
    }

    return (int)outcome.Resolve(engine, cancellation.ExitCode);
}
catch (FailureException failure)
{
    Console.Error.WriteLine(failure.Message);
    return (int)failure.ExitCode;
}
