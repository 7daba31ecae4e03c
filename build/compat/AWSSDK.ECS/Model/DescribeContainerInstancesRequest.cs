namespace Amazon.ECS.Model;

public class DescribeContainerInstancesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public List<string>? ContainerInstances { get; set; }

    public List<ContainerInstanceField>? Include { get; set; }
}
