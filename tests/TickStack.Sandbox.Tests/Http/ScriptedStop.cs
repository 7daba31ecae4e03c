namespace TickStack.Sandbox.Tests.Http;

/// <summary>A task that died of one of its containers.</summary>
/// <param name="Id">Last part of its ARN, and of the names of its containers' log streams.</param>
public sealed record ScriptedStop(string Id, string Container, int ExitCode, string StoppedReason);
