using TickStack.Build.Errors;
using TickStack.Build.Tools.Docker;

namespace TickStack.Build.Services.Verification;

/// <summary>Every image is in its repository and runs on the instances' architecture.</summary>
public sealed class ImageCheck(IImageManifests manifests) : IServiceCheck
{
    public async Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var containers = plan.Desired.TaskDefinition.ContainerDefinitions ?? [];
        var problems = await Task.WhenAll(containers.Select(container => ProblemAsync(container.Name!, container.Image!, expected.Architecture, cancellationToken)));
        return [.. problems.OfType<Problem>()];
    }

    private async Task<Problem?> ProblemAsync(string container, string image, string architecture, CancellationToken cancellationToken)
    {
        var architectures = await manifests.ArchitecturesAsync(image, cancellationToken);
        return architectures is null ? new Problem($"{container}: the image {image} is not in its repository", "publish it: --target=Publish")
            : architectures.Contains(architecture) ? null
            : new Problem(
                $"{container}: the image {image} runs on {string.Join(", ", architectures)}, but the instances are {architecture}",
                "set images.architecture to the instance type's and publish again: --target=Publish");
    }
}
