using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
