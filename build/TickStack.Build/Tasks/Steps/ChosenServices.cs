using TickStack.Build.Manifests;
using TickStack.Build.Settings.Options;

namespace TickStack.Build.Tasks.Steps;

/// <summary>The services that the command line asks for, in the order of deployment.</summary>
public static class ChosenServices
{
    public static IReadOnlyList<StackService> Of(RunOptions options) =>
        [.. StackService.All.Where(service => options.Service is null || service.Name == options.Service)];
}
