namespace TickStack.Build.Manifests.Params;

/// <summary>FireLens: this container routes the logs of the others.</summary>
/// <param name="Type">"fluentd" or "fluentbit".</param>
/// <param name="Options">As ECS takes them.</param>
public sealed record LogRouter(string Type, IReadOnlyDictionary<string, string> Options);
