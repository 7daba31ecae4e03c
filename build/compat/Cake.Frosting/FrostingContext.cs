using Cake.Core;

namespace Cake.Frosting;

/// <summary>What <see cref="CakeHostExtensions.UseContext{TContext}"/> accepts as a build's context.</summary>
public interface IFrostingContext : ICakeContext;

/// <summary>The context of a build; derive from it to hand a build's own state to its tasks.</summary>
public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;
