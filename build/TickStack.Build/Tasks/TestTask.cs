using System.Reflection;
using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.MSBuild;
using Cake.Common.Tools.DotNet.Test;
using Cake.Core.Diagnostics;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;

namespace TickStack.Build.Tasks;

/// <summary>Every test of the solution, with the package source that this host was compiled with.</summary>
[TaskName("Test")]
[TaskDescription("Runs every test: unit, stand-ins, and the sandbox with its real parts")]
public sealed class TestTask : StackTask
{
    /// <summary>Written into the assembly when it was compiled, so it holds however this host was started.</summary>
    public static string PackageSource { get; } = typeof(TestTask).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(PackageSource)).Value!;

    protected override async Task ExecuteAsync(BuildContext context)
    {
        var settings = new DotNetTestSettings
        {
            // The running host is the Release build: compiling over it would pull the ground from under this process.
            Configuration = "Debug",
            PathType = DotNetTestPathType.Solution,
            MSBuildSettings = new DotNetMSBuildSettings().WithProperty("PackageSource", PackageSource).WithProperty("HostIsAnalyzed", "true"),

            // The compiler ends before a profile of it pays, and Terraform's provider before its garbage is worth a quarter of its time.
            EnvironmentVariables = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0", ["GOGC"] = "400" },
        };
        var counts = await context.Invocation.RunAsync(
            ToolOutput.Tests,
            "dotnet test",
            "The failed tests are named above; run one alone with dotnet test --project tests/<project> -- --filter-method <name>.",
            recording => Run(context, settings, recording),
            context.Cancellation);
        context.Log.Plain(Verbosity.Normal, counts.ToString());
    }

    private static TestCounts Run(BuildContext context, DotNetTestSettings settings, Recording recording)
    {
        context.DotNetTest("TickStack.slnx", recording.Both(settings));
        return TestCounts.Parse(recording.Transcript.Lines);
    }
}

/// <summary>What the end of "dotnet test" says.</summary>
public sealed partial record TestCounts(int Passed, int Failed, int Skipped)
{
    public static TestCounts Parse(IEnumerable<string> lines)
    {
        var counts = lines.Select(line => Count().Match(line)).Where(match => match.Success)
            .ToLookup(match => match.Groups["name"].Value, match => int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture));
        return new TestCounts(counts["succeeded"].LastOrDefault(), counts["failed"].LastOrDefault(), counts["skipped"].LastOrDefault());
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed{(Skipped > 0 ? $", {Skipped} skipped" : string.Empty)}";

    [GeneratedRegex(@"^\s*(?<name>succeeded|failed|skipped): (?<count>\d+)\s*$")]
    private static partial Regex Count();
}
