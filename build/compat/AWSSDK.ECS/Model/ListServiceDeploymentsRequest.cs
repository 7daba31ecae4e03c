namespace Amazon.ECS.Model;

public class ListServiceDeploymentsRequest : AmazonECSRequest
{
    /// <summary>Name or ARN.</summary>
    public string? Service { get; set; }

    /// <summary>Name or ARN.</summary>
    public string? Cluster { get; set; }

    /// <summary>Values of <see cref="ServiceDeploymentStatus"/>.</summary>
    public List<string>? Status { get; set; }

    public CreatedAt? CreatedAt { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
