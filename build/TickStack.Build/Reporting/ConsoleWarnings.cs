using Cake.Core;
using TickStack.Build.Errors;

namespace TickStack.Build.Reporting;

/// <summary>Warnings on the error stream, whatever the verbosity: Cake's log would put them among the output.</summary>
public sealed class ConsoleWarnings(IConsole console) : IWarningReport
{
    public void Warn(Problem warning) => console.WriteErrorLine("{0}", $"warning: {warning}");
}
