namespace Amazon.ECS.Model;

public class DescribeTasksRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    /// <summary>Ids or ARNs, at most 100.</summary>
    public List<string>? Tasks { get; set; }

    /// <summary>Values of <see cref="TaskField"/>.</summary>
    public List<string>? Include { get; set; }
}
