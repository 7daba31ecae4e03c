namespace TickStack.Build.Tools.Cloud;

/// <summary>What differs between one cloud and another: endpoints and credentials, never behaviour.</summary>
/// <param name="Variables">Environment variables for this process and its children; a null value unsets.</param>
/// <param name="BaseImages">Component → base image that takes the place of the Dockerfile's.</param>
/// <param name="Notes">What was replaced or set up, for the summary.</param>
public sealed record CloudSession(
    IReadOnlyDictionary<string, string?> Variables,
    IReadOnlyDictionary<string, string> BaseImages,
    IReadOnlyList<string> Notes)
{
    public static CloudSession Unchanged { get; } = new(new Dictionary<string, string?>(), new Dictionary<string, string>(), []);
}
