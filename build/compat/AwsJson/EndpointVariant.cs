namespace Amazon.Json;

/// <param name="Fips">Cryptography validated by FIPS 140.</param>
/// <param name="DualStack">IPv4 and IPv6.</param>
internal readonly record struct EndpointVariant(bool Fips, bool DualStack);
