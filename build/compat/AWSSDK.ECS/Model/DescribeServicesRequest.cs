namespace Amazon.ECS.Model;

public class DescribeServicesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    /// <summary>Names or ARNs, at most 10.</summary>
    public List<string>? Services { get; set; }

    /// <summary>Values of <see cref="ServiceField"/>.</summary>
    public List<string>? Include { get; set; }
}
