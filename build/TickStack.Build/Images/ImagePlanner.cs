using TickStack.Build.Settings;

namespace TickStack.Build.Images;

/// <summary>Works out what each image is made of and where it belongs, without building anything.</summary>
public sealed class ImagePlanner(StackSettings settings, string root, IReadOnlyDictionary<string, string> baseImages)
{
    /// <param name="component">Which of the four.</param>
    /// <param name="repository">Where it belongs: "registry-host/path".</param>
    public ImagePlan Plan(Component component, string repository)
    {
        var context = new BuildContextFolder(Path.Combine(root, "images", component.Name));
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
