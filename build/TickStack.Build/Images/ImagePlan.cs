using TickStack.Build.Settings;
using TickStack.Build.Stack;

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

/// <summary>Works out what each image is made of and where it belongs, without building anything.</summary>
public sealed class ImagePlanner(StackSettings settings, string root, IReadOnlyDictionary<string, string> baseImages)
{
    /// <param name="component">Which of the four.</param>
    /// <param name="repository">Where it belongs: "registry-host/path".</param>
    public ImagePlan Plan(Component component, string repository)
    {
        var context = BuildContextFolder.Of(root, component);
        var baseImage = Base(component, context);
        var arguments = BuildArguments(baseImage);
        return new ImagePlan(component, context, baseImage, arguments, repository, ContentTag.Of(baseImage, context.ReadFiles(), arguments));
    }

    private BaseImage Base(Component component, BuildContextFolder context)
    {
        if (settings.Images.BaseImages.TryGetValue(component.Name, out var chosen))
        {
            return BaseImage.Override($"build/environments/{settings.Environment}.json", chosen);
        }

        return baseImages.TryGetValue(component.Name, out var replacement)
            ? BaseImage.Override("sandbox", replacement)
            : context.ReadBaseImage();
    }

    private Dictionary<string, string> BuildArguments(BaseImage baseImage) => new()
    {
        ["BASE_IMAGE"] = baseImage.Reference,
        ["ENVIRONMENT"] = settings.Environment,
        ["BACKUP_BUCKET"] = settings.Images.BackupBucket,
        ["LOGS_BUCKET"] = settings.Images.LogsBucket,
    };
}
