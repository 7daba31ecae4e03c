namespace Amazon.ECS.Model;

public class ListTagsForResourceRequest : AmazonECSRequest
{
    public string? ResourceArn { get; set; }
}
