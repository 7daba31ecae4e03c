using Cake.Core;

namespace Cake.Frosting;

/// <summary>Work before the first task of a run.</summary>
public interface IFrostingSetup
{
    void Setup(ICakeContext context, ISetupContext info);
}

/// <summary>Work after the last task of a run, also when the setup or a task failed.</summary>
public interface IFrostingTeardown
{
    void Teardown(ICakeContext context, ITeardownContext info);
}

/// <summary>Both ends of a run in one class.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;

/// <summary>Work at both ends of a run. A dry run performs it too.</summary>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <summary>Runs before the first task; when it throws, no task runs, but the teardown does.</summary>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <inheritdoc cref="IFrostingTeardown"/>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}

/// <summary>A lifetime that needs no context of its own.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;

/// <summary>Work at the end of a run alone.</summary>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingTeardown"/>
    public abstract void Teardown(TContext context, ITeardownContext info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}

/// <summary>A teardown that needs no context of its own.</summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>;
