using Cake.Core;
using Cake.Frosting;
using Microsoft.Extensions.DependencyInjection;
using TickStack.Build.Reporting;
using TickStack.Build.Tools.Cloud;
using TickStack.Build.Tools.Processes;

namespace TickStack.Build;

/// <summary>
/// What a task is given. Every task is constructed on every run, "--tree" included, so nothing is made before a task that runs
/// asks for it.
/// </summary>
public sealed class BuildContext(ICakeContext context, IServiceProvider services) : FrostingContext(context)
{
    public CancellationToken Cancellation => services.GetRequiredService<Cancellation>().Token;

    public RunOutcome Outcome => services.GetRequiredService<RunOutcome>();

    public RunReport Report => services.GetRequiredService<RunReport>();

    /// <summary>One piece of the work, with all that it needs.</summary>
    public T Step<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The sandbox is up, or the account is the right one; done once per run.</summary>
    public Task OpenCloudAsync() => Step<CloudDoor>().OpenAsync(Cancellation);
}
