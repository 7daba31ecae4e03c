using Cake.Core;

namespace Cake.Frosting;

/// <summary>What <see cref="CakeHostExtensions.UseContext{TContext}"/> accepts as a build's context.</summary>
public interface IFrostingContext : ICakeContext;
