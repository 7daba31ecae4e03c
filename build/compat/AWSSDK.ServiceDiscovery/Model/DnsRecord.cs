namespace Amazon.ServiceDiscovery.Model;

public class DnsRecord
{
    public RecordType? Type { get; set; }

    /// <summary>Seconds.</summary>
    public long? TTL { get; set; }
}
