using System.Text.Json.Serialization.Metadata;

namespace TickStack.Build.Terraform;

/// <summary>Reads what Terraform prints as JSON, whose member names are in snake case.</summary>
internal static class TerraformJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <param name="command">What has printed it, for messages.</param>
    /// <param name="json">What it has printed.</param>
    /// <param name="format">The member that names the format, and the major version that <typeparamref name="T"/> is of; null: it names none.</param>
    /// <exception cref="FailureException">It cannot be read; of JSON, none of its values is in the message.</exception>
    public static T Read<T>(string command, string json, (string Member, string Major)? format = null)
    {
        try
        {
            var document = JsonElement.Parse(json);
            if (format is { } known)
            {
                RequireFormat(document, known.Member, known.Major);
            }

            return document.Deserialize<T>(Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException exception)
        {
            throw new FailureException(
                $"What {command} has printed cannot be read: {NoJson(json) ?? exception.Message}",
                "Use Terraform 1.11 or newer, below 2.0; --target=Doctor says which one runs.",
                ExitCode.Unavailable,
                exception);
        }
    }

    /// <returns>Null where there is no such member, or the value is no object.</returns>
    public static JsonElement? Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : null;

    public static string? Text(this JsonElement value, string name) => value.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long? Number(this JsonElement value, string name) =>
        value.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetInt64(out var number) ? number : null;

    private static string? NoJson(string text) => text.Trim().Split('\n')[0] switch
    {
        "" => "it is nothing.",
        ['{' or '[' or '"', ..] or "null" => null,
        var line => $"it is no JSON object, and begins with: {line[..Math.Min(line.Length, 120)].Trim()}",
    };

    private static void RequireFormat(JsonElement document, string member, string major)
    {
        var found = document.Member(member)?.ToString();
        if (found?.Split('.')[0] != major)
        {
            throw new JsonException($"its {member} is {found ?? "missing"}, and {major} is known here");
        }
    }
}
