namespace Amazon.ECS.Model;

public class Failure
{
    public string? Arn { get; set; }

    /// <summary>As in "MISSING".</summary>
    public string? Reason { get; set; }

    public string? Detail { get; set; }
}
