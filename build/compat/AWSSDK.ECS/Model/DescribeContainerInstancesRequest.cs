namespace Amazon.ECS.Model;

public class DescribeContainerInstancesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public List<string>? ContainerInstances { get; set; }

    /// <summary>Values of <see cref="ContainerInstanceField"/>.</summary>
    public List<string>? Include { get; set; }
}
