using Cake.Core;

namespace Cake.Frosting;

/// <summary>Work after the last task of a run, also when the setup or a task failed.</summary>
public interface IFrostingTeardown
{
    void Teardown(ICakeContext context, ITeardownContext info);
}
