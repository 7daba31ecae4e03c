namespace Amazon.ECS.Model;

public class ContainerImage
{
    public string? ContainerName { get; set; }

    /// <summary>As in "sha256:…"; what every task of the revision runs.</summary>
    public string? ImageDigest { get; set; }

    /// <summary>As the task definition has it.</summary>
    public string? Image { get; set; }
}
