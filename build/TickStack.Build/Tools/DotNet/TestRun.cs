using System.Reflection;
using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.MSBuild;
using Cake.Common.Tools.DotNet.Test;
using Cake.Core;
using Cake.Core.Diagnostics;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Processes;

namespace TickStack.Build.Tools.DotNet;

/// <summary>Every test of the solution, with the package source that this host was compiled with.</summary>
public sealed class TestRun(ICakeContext context, ToolInvocation invocation)
{
    public const string Tool = "test";

    /// <summary>Written into the assembly when it was compiled, so it holds however this host was started.</summary>
    public static string PackageSource { get; } = typeof(TestRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == nameof(PackageSource)).Value!;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var settings = new DotNetTestSettings
        {
            // The running host is the Release build: compiling over it would pull the ground from under this process.
            Configuration = "Debug",
            PathType = DotNetTestPathType.Solution,
            MSBuildSettings = new DotNetMSBuildSettings().WithProperty("PackageSource", PackageSource),
        };
        var counts = await invocation.RunAsync(
            Tool,
            "dotnet test",
            "The failed tests are named above; run one alone with dotnet test --project tests/<project> -- --filter-method <name>.",
            recording => Run(settings, recording),
            cancellationToken);
        context.Log.Plain(Verbosity.Normal, counts.ToString());
    }

    private TestCounts Run(DotNetTestSettings settings, Recording recording)
    {
        context.DotNetTest("TickStack.slnx", recording.Both(settings));
        return TestCounts.Parse(recording.Transcript.Lines);
    }
}
