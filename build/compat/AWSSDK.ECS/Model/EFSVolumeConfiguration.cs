namespace Amazon.ECS.Model;

public class EFSVolumeConfiguration
{
    public string? FileSystemId { get; set; }

    public string? RootDirectory { get; set; }

    public EFSTransitEncryption? TransitEncryption { get; set; }

    public int? TransitEncryptionPort { get; set; }

    public EFSAuthorizationConfig? AuthorizationConfig { get; set; }
}
