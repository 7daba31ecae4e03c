namespace Amazon.ECS.Model;

public class Secret
{
    public string? Name { get; set; }

    /// <summary>ARN of a Secrets Manager secret or an SSM parameter.</summary>
    public string? ValueFrom { get; set; }
}
