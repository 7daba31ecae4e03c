namespace TickStack.Build.Processes;

/// <summary>Looks again and again, until something is so or it is too late.</summary>
internal static class Poll
{
    /// <param name="time">The clock.</param>
    /// <param name="pause">Between two looks.</param>
    /// <param name="bound">Of the whole.</param>
    /// <param name="isReached">Looks.</param>
    /// <param name="late">What is thrown at the end of the time.</param>
    public static async Task UntilAsync(
        TimeProvider time, TimeSpan pause, TimeSpan bound, Func<Task<bool>> isReached, Func<Exception> late, CancellationToken cancellationToken)
    {
        if (!await IsReachedAsync(time, pause, bound, isReached, cancellationToken))
        {
            throw late();
        }
    }

    /// <returns>False when it was too late.</returns>
    /// <inheritdoc cref="UntilAsync" path="/param"/>
    public static async Task<bool> IsReachedAsync(
        TimeProvider time, TimeSpan pause, TimeSpan bound, Func<Task<bool>> isReached, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!await isReached())
        {
            if (time.GetElapsedTime(start) > bound)
            {
                return false;
            }

            await Task.Delay(pause, time, cancellationToken);
        }

        return true;
    }
}
