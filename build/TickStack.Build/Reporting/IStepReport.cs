using Cake.Core.Diagnostics;

namespace TickStack.Build.Reporting;

/// <summary>Where a step that takes a while says so, before it starts and when it is done.</summary>
public interface IStepReport
{
    /// <param name="name">What is about to be done: "Installing docker.io with apt".</param>
    void Started(string name);

    void Finished(string name, TimeSpan elapsed);

    /// <summary>Something worth knowing that takes no time.</summary>
    void Note(string text);
}

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

/// <summary>Steps as lines of Cake's log, so that --verbosity governs them.</summary>
public sealed class LogSteps(ICakeLog log) : IStepReport
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromSeconds(1);

    public void Started(string name) => log.Plain(Verbosity.Normal, $"» {name} …");

    public void Finished(string name, TimeSpan elapsed)
    {
        if (elapsed >= WorthTelling)
        {
            log.Plain(Verbosity.Normal, $"  {name}: done in {Elapsed.Text(elapsed)}");
        }
    }

    public void Note(string text) => log.Plain(Verbosity.Normal, $"  {text}");
}

internal static class CakeLogExtensions
{
    /// <summary>Writes a text as it is: Cake's log would take braces for arguments, and paints arguments in colours of their own.</summary>
    public static void Plain(this ICakeLog log, Verbosity verbosity, string text)
    {
        var level = verbosity > Verbosity.Normal ? LogLevel.Verbose : LogLevel.Information;
        log.Write(verbosity, level, text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }
}

/// <summary>How long something took, as people say it.</summary>
public static class Elapsed
{
    /// <returns>"2.1 s", or "1 min 04 s".</returns>
    public static string Text(TimeSpan duration) => duration.TotalSeconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds:00} s");
}
