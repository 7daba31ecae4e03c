using Cake.Core;

namespace Cake.Frosting;

/// <summary>Work after every task, failed and skipped ones included.</summary>
public interface IFrostingTaskTeardown
{
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
