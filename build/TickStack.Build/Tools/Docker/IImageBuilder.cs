using TickStack.Build.Images;

namespace TickStack.Build.Tools.Docker;

/// <summary>A Docker engine.</summary>
public interface IImageBuilder
{
    Task BuildAsync(ImagePlan plan, CancellationToken cancellationToken);

    Task PushAsync(ImagePlan plan, RegistryLogin login, CancellationToken cancellationToken);
}
