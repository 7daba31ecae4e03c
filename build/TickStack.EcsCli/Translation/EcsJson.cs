using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace TickStack.EcsCli.Translation;

/// <summary>Objects of the ECS model as the JSON that the API speaks: absent members left out, names in lower camel case, sorted.</summary>
public static class EcsJson
{
    /// <summary>For people: quotes and brackets as they are.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As <see cref="Readable"/>, one member to a line.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Readable) { WriteIndented = true };

    /// <summary>The body of a request, as a file holds it.</summary>
    public static string Text(object request) => Of(request).ToJsonString(Indented) + "\n";

    public static JsonObject Of(object model) => Sorted(Members(model));

    /// <param name="models">Null: there are none.</param>
    public static JsonArray OfList(IEnumerable? models) => new([.. (models ?? Array.Empty<object>()).Cast<object?>().Select(Node)]);

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        DateTime time => JsonValue.Create(time),
        ConstantClass constant => JsonValue.Create(constant.Value),
        IReadOnlyDictionary<string, string> map => Sorted(map.Select(pair => KeyValuePair.Create(pair.Key, Node(pair.Value)))),
        IEnumerable items => OfList(items),
        _ => Of(value),
    };

    private static JsonObject Sorted(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal));

    // Only what the model class declares: the SDK's base class of requests has members that are none of the service's.
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(property => KeyValuePair.Create(char.ToLowerInvariant(property.Name[0]) + property.Name[1..], Node(property.GetValue(value))))
        .Where(member => member.Value is not null);
}
