using Cake.Core;

namespace Cake.Frosting.Execution;

/// <summary>Hands the build's setup and teardown, and those of its tasks, to the engine. All of them are optional.</summary>
internal sealed class LifetimeRegistration(
    ICakeEngine engine,
    IFrostingContext context,
    IFrostingSetup? setup = null,
    IFrostingTeardown? teardown = null,
    IFrostingTaskSetup? taskSetup = null,
    IFrostingTaskTeardown? taskTeardown = null)
{
    public void Register()
    {
        if (setup is not null) engine.RegisterSetupAction(moment => setup.Setup(context, moment));
        if (teardown is not null) engine.RegisterTeardownAction(moment => teardown.Teardown(context, moment));
        if (taskSetup is not null) engine.RegisterTaskSetupAction(moment => taskSetup.Setup(context, moment));
        if (taskTeardown is not null) engine.RegisterTaskTeardownAction(moment => taskTeardown.Teardown(context, moment));
    }
}
