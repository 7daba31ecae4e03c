namespace TickStack.Sandbox.Tests.Http;

internal static class Rules
{
    public static Rule PassOn { get; } = (_, forward) => forward();

    /// <summary>The fault where it applies, and no other call is touched.</summary>
    public static Rule When(Func<ReceivedCall, bool> applies, Fault fault) => (call, forward) => applies(call) ? SpoilAsync(fault, forward) : forward();

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
        if (fault is Fault.Throttled)
        {
            return Http.Answer.Error("ThrottlingException", "Rate exceeded");
        }

        if (fault is Fault.LostRequest)
        {
            return Http.Answer.None(Ending.Reset);
        }

        var answer = await forward();
        return fault switch
        {
            Fault.NoAnswer => Http.Answer.None(Ending.Closed),
            Fault.HalfAnswer => answer with { Ending = Ending.Halved },
            Fault.ServerError => Http.Answer.Error("ServerException", "Service unavailable", status: 500),
            _ => Http.Answer.None(Ending.Reset),
        };
    }
}
