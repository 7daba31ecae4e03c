namespace TickStack.Sandbox.Tests.Http;

internal static class Rules
{
    public static Rule PassOn { get; } = (_, forward) => forward();

    /// <summary>The fault where it applies, and no other call is touched.</summary>
    public static Rule When(Func<AwsCall, bool> applies, Fault fault) => (call, forward) => applies(call) ? SpoilAsync(fault, forward) : forward();

    public static Rule Answer(string operation, Answer answer) => (call, forward) => call.Operation == operation ? Task.FromResult(answer) : forward();

    /// <summary>Carried out, and then neither answered nor cut off.</summary>
    public static Rule Hold(string operation, TaskCompletionSource carriedOut) => async (call, forward) =>
    {
        var answer = await forward();
        if (call.Operation == operation)
        {
            carriedOut.TrySetResult();
            await Task.Delay(Timeout.Infinite);
        }

        return answer;
    };

    private static async Task<Answer> SpoilAsync(Fault fault, Func<Task<Answer>> forward)
    {
        if (fault is Fault.LostAnswer or Fault.NoAnswer)
        {
            await forward();
        }

        return fault switch
        {
            Fault.Throttled => Http.Answer.Error("ThrottlingException", "Rate exceeded"),
            Fault.NoAnswer => Http.Answer.None(Ending.Closed),
            _ => Http.Answer.None(Ending.Reset),
        };
    }
}
