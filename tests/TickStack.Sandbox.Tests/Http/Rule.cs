namespace TickStack.Sandbox.Tests.Http;

/// <summary>What becomes of a call: passed on, changed, held up, answered in the emulator's place, or cut off.</summary>
/// <param name="forward">Has the emulator carry it out.</param>
public delegate Task<Answer> Rule(ReceivedCall call, Func<Task<Answer>> forward);
