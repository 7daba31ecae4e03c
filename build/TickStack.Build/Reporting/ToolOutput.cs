using Cake.Core.Diagnostics;
using TickStack.Build.Processes;

namespace TickStack.Build.Reporting;

/// <summary>What tools print, each line prefixed by its tool. Shown at normal verbosity: what people wait for (a resource is made, an error). The rest needs
/// --verbosity=verbose; the end of it is in the error when the tool fails.</summary>
public sealed class ToolOutput(ICakeLog log) : IProcessOutput
{
    /// <summary>The tool whose every line is what people wait for.</summary>
    public const string Tests = "test";

    private static readonly string[] News = ["Creation complete after ", "Modifications complete after ", "Destruction complete after ", "Apply complete!",
        "Destroy complete!", "Successfully built", "digest: sha256:"];

    public void Line(string tool, string line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        var isNews = tool == Tests || News.Any(part => line.Contains(part, StringComparison.Ordinal));
        log.Plain(isNews ? Verbosity.Normal : Verbosity.Verbose, $"  {tool} │ {line.TrimEnd()}");
    }
}
