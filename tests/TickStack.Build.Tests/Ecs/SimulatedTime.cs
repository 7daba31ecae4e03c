using Microsoft.Extensions.Time.Testing;

namespace TickStack.Build.Tests.Ecs;

/// <summary>Runs work against a clock that moves only when the work waits. One thread, so the order is always the same.</summary>
internal sealed class SimulatedTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan TooLong = TimeSpan.FromHours(1);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public TimeSpan Elapsed => Clock.GetUtcNow() - Clock.Start;

    public Task<T> RunAsync<T>(Func<Task<T>> work) => Task.Run(() =>
    {
        // Without a synchronisation context every continuation runs inside Advance.
        var task = work();
        while (!task.IsCompleted)
        {
            Elapsed.ShouldBeLessThan(TooLong);
            Clock.Advance(Step);
            YieldEverySecond();
        }

        return task;
    });

    public Task RunAsync(Func<Task> work) => RunAsync(async () =>
    {
        await work();
        return true;
    });

    // A cancelled wait goes on in the thread pool; it must get its turn before simulated hours have passed.
    private void YieldEverySecond()
    {
        if (Elapsed.Milliseconds == 0)
        {
            Thread.Sleep(1);
        }
    }
}
