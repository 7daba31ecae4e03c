using Cake.Core.IO;
using TickStack.Build;
using TickStack.Build.Options;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Settings;
using TickStack.Build.Tasks;

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
    var arguments = TaskGraph.Grammar.WithTargets(args);
    TaskGraph.Grammar.Check(arguments);
    var line = TaskGraph.Grammar.Parse(arguments);
    var root = RepositoryRoot.Of(line);
    var settings = new Lazy<StackSettings>(() => new SettingsReader(new EnvironmentFiles(root)).Read(line, ProcessVariables.Read().All));
    if (TaskGraph.NeedsSettings(line))
    {
        // What is wrong in the environment's file is said alone, before anything else is.
        _ = settings.Value;
    }

    var engine = CakeHost.Create()
        .UseContext<BuildContext>()
        .UseTeardown<BuildTeardown>()
        .UseWorkingDirectory(new DirectoryPath(root))
        .ConfigureServices(services => services
            .AddRun(root, line, settings, cancellation, children, outcome)
            .AddReporting()
            .AddFailureOutput()
            .AddTools()
            .AddStages())
        .Run(arguments.Count == 0 || line.Has(EngineOptions.Help) ? ["--target=Default", "--no-report"] : arguments);
    if (outcome.Closing is { } closing)
    {
        Console.Error.WriteLine(closing);
    }

    return (int)outcome.Resolve(engine, cancellation.ExitCode);
}
catch (Exception exception) when (FileTrouble.Explain(exception) is FailureException failure)
{
    Console.Error.WriteLine(failure.Message);
    return (int)failure.ExitCode;
}
