using System.Text.Json;
using TickStack.Build.Stack;

namespace TickStack.Build.Terraform;

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

/// <summary>Addresses as Terraform's commands take them, of what a state's JSON holds: aws_ecr_repository.component["telegraf"].</summary>
internal static class StateAddress
{
    public static string Of(JsonElement resource, JsonElement instance)
    {
        var module = resource.TryGetProperty("module", out var name) ? $"{name.GetString()}." : string.Empty;
        var index = instance.TryGetProperty("index_key", out var key) ? $"[{key.GetRawText()}]" : string.Empty;
        return $"{module}{resource.GetProperty("type").GetString()}.{resource.GetProperty("name").GetString()}{index}";
    }
}

/// <summary>Whose a resource is, by the tag that every resource of a stack carries.</summary>
public static class ResourceOwner
{
    /// <param name="state">What "terraform state pull" prints.</param>
    /// <param name="address">Of a resource in it.</param>
    /// <param name="stack">Name of the stack.</param>
    /// <returns>True as well for what cannot be tagged: such a thing has the stack's name in its own.</returns>
    public static bool Is(string state, string address, string stack)
    {
        var attributes = JsonElement.Parse(state).GetProperty("resources").EnumerateArray()
            .SelectMany(resource => resource.GetProperty("instances").EnumerateArray().Select(instance => (Address: StateAddress.Of(resource, instance), Instance: instance)))
            .Where(pair => pair.Address == address)
            .Select(pair => pair.Instance.GetProperty("attributes"))
            .Single();
        return !attributes.TryGetProperty("tags_all", out var tags)
            || (tags.ValueKind == JsonValueKind.Object && tags.TryGetProperty(OwnerTags.Project, out var project) && project.GetString() == stack);
    }
}
