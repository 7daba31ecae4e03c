using System.Text.Json;

namespace TickStack.Build.Infrastructure;

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
            || (tags.ValueKind == JsonValueKind.Object && tags.TryGetProperty("Project", out var project) && project.GetString() == stack);
    }
}
