using Cake.Core;

namespace Cake.Frosting;

/// <summary>Work before the first task of a run.</summary>
public interface IFrostingSetup
{
    void Setup(ICakeContext context, ISetupContext info);
}
