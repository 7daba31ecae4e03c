using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context of a build; derive from it to hand a build's own state to its tasks.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
