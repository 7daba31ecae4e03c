namespace TickStack.Build.Reporting;

public static class StepReportExtensions
{
    /// <summary>Runs the work as one reported step. A failure reports itself, so it ends the step without a word.</summary>
    public static async Task<T> RunAsync<T>(this IStepReport report, TimeProvider time, string step, Func<Task<T>> work)
    {
        report.Started(step);
        var start = time.GetTimestamp();
        var result = await work();
        report.Finished(step, time.GetElapsedTime(start));
        return result;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public static Task RunAsync(this IStepReport report, TimeProvider time, string step, Func<Task> work) =>
        report.RunAsync(time, step, async () =>
        {
            await work();
            return true;
        });
}
