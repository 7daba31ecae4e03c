using TickStack.Build.Images;
using TickStack.Build.Settings;
using TickStack.Build.Tools.Git;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Tags of services, task definitions and, through these, of tasks.</summary>
public sealed class StackTags(StackSettings settings, string root)
{
    /// <summary>Where a change came from. Another revision of the repository that changes nothing else is no reason to deploy.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Origin { get; } = [KeyValuePair.Create("Revision", Revision.Of(root))];

    /// <summary>Those of Terraform's resources, and the version of each image.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Of(IEnumerable<PublishedImage> images)
    {
        var tags = new Dictionary<string, string> { ["Project"] = settings.Name, ["ManagedBy"] = "tickstack" };
        foreach (var (key, value) in settings.Infrastructure.Tags.Concat(images.Select(image => KeyValuePair.Create(image.Component, image.Tag))))
        {
            tags[key] = value;
        }

        return [.. tags];
    }
}
