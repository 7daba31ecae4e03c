using TickStack.Build.Options;
using TickStack.Build.Stack;

namespace TickStack.Build.Tasks;

/// <summary>The services that the command line asks for, in the order of deployment.</summary>
/// <param name="Name">The one that is named; null: both are meant.</param>
public sealed record ChosenServices(string? Name) : ITargetOptions<ChosenServices>
{
    public static KnownOption Option { get; } = new(
        "service", OptionValue.OneOf("SERVICE", "influxdb", "tick"), "One of the two services: influxdb or tick (both)");

    public static IReadOnlyList<KnownOption> Known => [Option];

    public IReadOnlyList<StackService> All => [.. StackService.All.Where(service => Name is null || service.Name == Name)];

    public static ChosenServices Read(CommandLine line) => new(line.Value(Option)?.ToLowerInvariant());
}
