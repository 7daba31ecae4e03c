namespace TickStack.Build.Images;

/// <summary>One image as it would be built now.</summary>
/// <param name="Component">Which of the four.</param>
/// <param name="Context">Its folder.</param>
/// <param name="Base">What it is built on.</param>
/// <param name="BuildArguments">What is baked in; part of the tag.</param>
/// <param name="Repository">"registry-host/path".</param>
/// <param name="Tag">Content tag.</param>
public sealed record ImagePlan(
    Component Component,
    BuildContextFolder Context,
    BaseImage Base,
    IReadOnlyDictionary<string, string> BuildArguments,
    string Repository,
    string Tag)
{
    public string TaggedReference => $"{Repository}:{Tag}";
}
