namespace Cake.Frosting;

/// <summary>Both ends of a run in one class.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;
