using Cake.Core;

namespace Cake.Frosting;

/// <summary>A lifetime that needs no context of its own.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;
