using TickStack.Build.Errors;

namespace TickStack.Build.Reporting;

/// <summary>Where something goes that is not quite right but stops nothing.</summary>
public interface IWarningReport
{
    void Warn(Problem warning);
}
