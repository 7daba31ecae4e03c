using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

/// <summary>The one task that every host of this assembly finds by itself.</summary>
[TaskName("Found-By-Itself")]
[TaskDescription("A public task of the entry assembly.")]
public sealed class PublicTask : FrostingTask;
