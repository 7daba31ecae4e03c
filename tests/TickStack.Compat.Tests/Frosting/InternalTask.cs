using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

/// <summary>A task that no host finds.</summary>
[TaskName("Not-Found")]
internal sealed class InternalTask : FrostingTask;
