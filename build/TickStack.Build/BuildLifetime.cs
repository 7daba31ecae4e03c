using Cake.Core;
using Cake.Frosting;

namespace TickStack.Build;

/// <summary>Before the first and after the last task. Setup runs on a dry run too, so it does nothing that could be seen.</summary>
public sealed class BuildLifetime : FrostingLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ISetupContext info)
    {
    }

    public override void Teardown(BuildContext context, ITeardownContext info)
    {
        if (info.ThrownException is { } exception)
        {
            context.Outcome.Fail(exception);
        }

        context.PlanAhead.AbandonAsync().GetAwaiter().GetResult();
        context.Summary.Print();
    }
}
