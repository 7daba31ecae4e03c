using Cake.Core;

namespace Cake.Frosting;

/// <summary>Work before every task, skipped ones included.</summary>
public interface IFrostingTaskSetup
{
    void Setup(ICakeContext context, ITaskSetupContext info);
}
