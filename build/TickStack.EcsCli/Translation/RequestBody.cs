using System.Collections;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace TickStack.EcsCli.Translation;

/// <summary>The JSON body of an ECS request or one of its parts, as it goes over the wire: absent members left out, names in lower camel case,
/// sorted.</summary>
public static class RequestBody
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(object request) => Json(request)!.ToJsonString(Indented) + "\n";

    public static JsonNode? Json(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        ConstantClass constant => JsonValue.Create(constant.Value),
        IReadOnlyDictionary<string, string> map => Sorted(map.Select(pair => KeyValuePair.Create(pair.Key, Json(pair.Value)))),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Json)]),
        _ => Sorted(Members(value)),
    };

    private static JsonObject Sorted(IEnumerable<KeyValuePair<string, JsonNode?>> members) =>
        new(members.OrderBy(member => member.Key, StringComparer.Ordinal));

    // Only what the model class declares: the SDK's base class of requests has members that are none of the service's.
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Members(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(property => KeyValuePair.Create(char.ToLowerInvariant(property.Name[0]) + property.Name[1..], Json(property.GetValue(value))))
        .Where(member => member.Value is not null);
}
