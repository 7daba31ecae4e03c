using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace Amazon.Json;

/// <summary>How the model's classes stand in JSON 1.1: nulls left out, keys of maps untouched; the spelling of members is the service's.</summary>
internal static class WireFormat
{
    public static JsonSerializerOptions LowerFirstLetter { get; } = With(new LowerFirstLetterPolicy(), TimeSpan.TicksPerSecond);

    public static JsonSerializerOptions LowerFirstLetterAndMilliseconds { get; } = With(new LowerFirstLetterPolicy(), TimeSpan.TicksPerMillisecond);

    public static JsonSerializerOptions AsItStands { get; } = With(null, TimeSpan.TicksPerSecond);

    private static JsonSerializerOptions With(JsonNamingPolicy? naming, long ticksPerTimeUnit) => new()
    {
        PropertyNamingPolicy = naming,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextConverter(), new ConstantConverterFactory(), new TimestampConverter(ticksPerTimeUnit) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTheRuntimesMembers } },
    };

    // AmazonWebServiceRequest and -Response have members of their own, which are not on the wire.
    private static void LeaveOutTheRuntimesMembers(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.DeclaringType.Assembly != typeof(WireFormat).Assembly).ToList())
        {
            type.Properties.Remove(property);
        }
    }

    private sealed class LowerFirstLetterPolicy : JsonNamingPolicy
    {
        public override string ConvertName(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>Text, as lenient as the SDK's own reader: a number or a truth value where text is due is its text.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.Null => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => throw new JsonException($"{reader.TokenType} where text is due"),
    };

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
}

/// <summary>Enumerations travel as their text; a value that this version does not know is kept.</summary>
internal sealed class ConstantConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(ConstantClass));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(ConstantConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class ConstantConverter<T> : JsonConverter<T>
        where T : ConstantClass
    {
        private readonly Func<string, T> find = typeof(T).GetMethod("FindValue", [typeof(string)])!.CreateDelegate<Func<string, T>>();

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } value ? find(value) : null;

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => find(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
    }
}

/// <summary>Seconds or milliseconds since the epoch, with fractions; text in ISO 8601 is read as well. Always UTC.</summary>
/// <param name="ticksPerUnit"><see cref="TimeSpan.TicksPerSecond"/>, or <see cref="TimeSpan.TicksPerMillisecond"/> for CloudWatch Logs.</param>
internal sealed class TimestampConverter(long ticksPerUnit) : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Number
        ? DateTime.UnixEpoch.AddTicks((long)(reader.GetDecimal() * ticksPerUnit))
        : DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Whole((decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / ticksPerUnit));

    // Milliseconds are a whole number for the service.
    private decimal Whole(decimal units) => ticksPerUnit == TimeSpan.TicksPerMillisecond ? decimal.Truncate(units) : units;
}
