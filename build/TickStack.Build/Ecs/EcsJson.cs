using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.ECS;
using Amazon.Runtime;

namespace TickStack.Build.Ecs;

/// <summary>Objects of the ECS model as the JSON that the API speaks: members with a lower-case first letter, nulls left out.</summary>
internal static class EcsJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = new LowerFirstLetter(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new ConstantText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTheRuntimesMembers } },
    };

    /// <summary>For people: quotes and brackets as they are.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonObject Of<T>(T model)
        where T : class => JsonSerializer.SerializeToNode(model, Options)!.AsObject();

    public static JsonNode OfList<T>(IEnumerable<T>? models) => JsonSerializer.SerializeToNode(models ?? [], Options)!;

    private static void LeaveOutTheRuntimesMembers(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.DeclaringType.Assembly != typeof(IAmazonECS).Assembly).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private sealed class LowerFirstLetter : JsonNamingPolicy
    {
        public override string ConvertName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }

    private sealed class ConstantText : JsonConverter<ConstantClass>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(ConstantClass));

        public override ConstantClass Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Only written, never read.");

        public override void Write(Utf8JsonWriter writer, ConstantClass value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
