using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>One request to an AWS service, as it arrived.</summary>
/// <param name="Operation">Without the service's prefix, as in "UpdateService".</param>
/// <param name="Parameters">Empty for a request that is no JSON.</param>
/// <param name="Number">Of all calls, from 1.</param>
/// <param name="Times">How often the operation has been asked for, this time included.</param>
/// <param name="At">By the server's clock.</param>
public sealed record ReceivedCall(string Operation, JsonObject Parameters, int Number, int Times, TimeSpan At);
