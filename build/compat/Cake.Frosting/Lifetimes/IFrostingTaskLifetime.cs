namespace Cake.Frosting;

/// <summary>Both ends of a task in one class.</summary>
public interface IFrostingTaskLifetime : IFrostingTaskSetup, IFrostingTaskTeardown;
