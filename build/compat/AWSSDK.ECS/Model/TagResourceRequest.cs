namespace Amazon.ECS.Model;

public class TagResourceRequest : AmazonECSRequest
{
    public string? ResourceArn { get; set; }

    /// <summary>Added to those that are there; a key that is there gets the new value.</summary>
    public List<Tag>? Tags { get; set; }
}
