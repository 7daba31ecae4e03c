using System.Text.Json;

namespace TickStack.Build.Infrastructure;

/// <summary>A resource that Terraform's state holds.</summary>
/// <param name="Address">"aws_ebs_volume.data".</param>
/// <param name="Type">"aws_ebs_volume".</param>
/// <param name="Attributes">As the state has them; never to be shown as a whole.</param>
public sealed record StateResource(string Address, string Type, JsonElement Attributes)
{
    /// <summary>By which AWS knows it.</summary>
    public string Id => Attributes.TryGetProperty("id", out var id) ? id.GetString() ?? Address : Address;

    /// <param name="state">What "terraform state pull" prints: nothing at all before the first apply.</param>
    /// <returns>What Terraform manages; what it only reads is left out.</returns>
    public static IReadOnlyList<StateResource> In(string state) =>
        !string.IsNullOrWhiteSpace(state) && JsonElement.Parse(state).TryGetProperty("resources", out var resources)
            ? [.. resources.EnumerateArray().Where(resource => resource.GetProperty("mode").GetString() == "managed").SelectMany(Instances)]
            : [];

    // An instance that is only deposed is destroyed with its resource.
    private static IEnumerable<StateResource> Instances(JsonElement resource) => resource.GetProperty("instances").EnumerateArray()
        .Select(instance => new StateResource(StateAddress.Of(resource, instance), resource.GetProperty("type").GetString()!, instance.GetProperty("attributes")))
        .DistinctBy(instance => instance.Address);
}
