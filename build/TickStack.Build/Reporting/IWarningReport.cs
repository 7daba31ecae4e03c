namespace TickStack.Build.Reporting;

/// <summary>Where something goes that is not quite right but stops nothing.</summary>
public interface IWarningReport
{
    void Warn(Problem warning);
}

/// <summary>Warnings on the error stream, at every verbosity: Cake's log would put them among the output.</summary>
public sealed class ConsoleWarnings(IConsole console) : IWarningReport
{
    public void Warn(Problem warning) => console.WriteErrorLine("{0}", $"warning: {warning}");
}
