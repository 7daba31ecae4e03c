namespace TickStack.Build;

/// <summary>After the last task, whether it failed or not.</summary>
public sealed class BuildTeardown : FrostingTeardown<BuildContext>
{
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
