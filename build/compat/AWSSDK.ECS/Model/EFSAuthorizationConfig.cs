namespace Amazon.ECS.Model;

public class EFSAuthorizationConfig
{
    public string? AccessPointId { get; set; }

    public EFSAuthorizationConfigIAM? Iam { get; set; }
}
