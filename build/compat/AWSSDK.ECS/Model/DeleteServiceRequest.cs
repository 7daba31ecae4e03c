namespace Amazon.ECS.Model;

public class DeleteServiceRequest : AmazonECSRequest
{
    public string? Cluster { get; set; }

    public string? Service { get; set; }

    public bool? Force { get; set; }
}
