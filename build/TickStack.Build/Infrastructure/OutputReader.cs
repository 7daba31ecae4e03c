using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TickStack.Build.Errors;

namespace TickStack.Build.Infrastructure;

/// <summary>Terraform's outputs as a typed record.</summary>
public static class OutputReader
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <param name="root">Where they come from, for messages.</param>
    /// <param name="json">What "terraform output -json" prints: name → { value, type, sensitive }.</param>
    /// <exception cref="FailureException">Names every output that is missing or of another shape.</exception>
    public static T Read<T>(TerraformRoot root, string json)
    {
        using var outputs = JsonDocument.Parse(json);
        var values = outputs.RootElement.EnumerateObject().ToDictionary(output => output.Name, output => output.Value.GetProperty("value"));
        var problems = Json.GetTypeInfo(typeof(T)).Properties
            .Where(property => property.IsRequired)
            .Select(property => Check(root, property, values))
            .OfType<Problem>()
            .ToList();
        return problems.Count == 0
            ? JsonSerializer.SerializeToElement(values, Json).Deserialize<T>(Json)!
            : throw new FailureException(problems, ExitCode.Unavailable);
    }

    private static Problem? Check(TerraformRoot root, JsonPropertyInfo property, Dictionary<string, JsonElement> values)
    {
        var remedy = $"Declare it in terraform/{root.Name}/outputs.tf, or run --target={root.ApplyTarget} when the state is older than the configuration.";
        if (!values.TryGetValue(property.Name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return new Problem($"terraform/{root.Name} has no output '{property.Name}'", remedy);
        }

        try
        {
            value.Deserialize(property.PropertyType, Json);
            return null;
        }
        catch (JsonException)
        {
            return new Problem($"terraform/{root.Name}: the output '{property.Name}' has another shape than expected", remedy);
        }
    }
}
