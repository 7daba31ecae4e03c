using TickStack.Build.Aws;
using TickStack.Build.Images;

namespace TickStack.Build.Tests.Ecs;

/// <summary>Everything that the tasks of the test need, until a test takes something away.</summary>
internal sealed class FakeAccount : IImageManifests, ISecretReferences, ILogGroups, IDiscoveryServices, INetworkInterfaces
{
    public Dictionary<string, string[]> Images { get; } = new() { ["registry/tick@sha256:1"] = ["amd64"], ["registry/telegraf@sha256:2"] = ["amd64", "arm64"] };

    public HashSet<string> Secrets { get; } = ["arn:secret"];

    public HashSet<string> LogGroups { get; } = ["/stack/kapacitor"];

    public HashSet<string> Discovery { get; } = ["arn:aws:servicediscovery:eu-west-1:123456789012:service/srv-1"];

    public int FreeInterfaces { get; set; } = 2;

    public Task<IReadOnlyList<string>?> ArchitecturesAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>?>(Images.GetValueOrDefault(reference));

    Task<bool> ISecretReferences.ExistsAsync(string valueFrom, CancellationToken cancellationToken) => Task.FromResult(Secrets.Contains(valueFrom));

    Task<bool> ILogGroups.ExistsAsync(string group, CancellationToken cancellationToken) => Task.FromResult(LogGroups.Contains(group));

    Task<bool> IDiscoveryServices.ExistsAsync(string arn, CancellationToken cancellationToken) => Task.FromResult(Discovery.Contains(arn));

    public Task<int?> FreeAsync(string instanceId, CancellationToken cancellationToken) => Task.FromResult<int?>(FreeInterfaces);
}
