namespace Amazon.ECS.Model;

public class ListContainerInstancesRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? Filter { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public ContainerInstanceStatus? Status { get; set; }
}
