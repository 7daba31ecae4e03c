using Cake.Core;
using Cake.Frosting;

namespace TickStack.Compat.Tests.Frosting;

/// <summary>A task that only says that it ran.</summary>
internal abstract class JournalTask(Journal journal) : FrostingTask
{
    protected Journal Journal { get; } = journal;

    public override void Run(ICakeContext context) => Journal.Add(GetType().Name);
}
