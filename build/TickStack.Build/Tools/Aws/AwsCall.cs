namespace TickStack.Build.Tools.Aws;

/// <summary>A call to AWS that fails in words.</summary>
internal static class AwsCall
{
    /// <param name="doing">What is being done: "asking EC2 for the volumes".</param>
    /// <param name="call">Does it.</param>
    public static async Task<T> RunAsync<T>(string doing, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (AwsFailure.IsExpected(exception))
        {
            throw AwsFailure.Of(doing, exception);
        }
    }
}
