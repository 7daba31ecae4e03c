using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Json;

/// <summary>Seconds or milliseconds since the epoch, with fractions; text in ISO 8601 is read as well. Always UTC.</summary>
/// <param name="ticksPerUnit"><see cref="TimeSpan.TicksPerSecond"/>, or <see cref="TimeSpan.TicksPerMillisecond"/> for CloudWatch Logs.</param>
internal sealed class TimestampConverter(long ticksPerUnit) : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Number
        ? DateTime.UnixEpoch.AddTicks((long)(reader.GetDecimal() * ticksPerUnit))
        : DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteNumberValue((decimal)(value.ToUniversalTime() - DateTime.UnixEpoch).Ticks / ticksPerUnit);
}
