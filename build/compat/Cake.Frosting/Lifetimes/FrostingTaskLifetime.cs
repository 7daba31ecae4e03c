using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task lifetime that needs no context of its own.</summary>
public abstract class FrostingTaskLifetime : FrostingTaskLifetime<ICakeContext>;
