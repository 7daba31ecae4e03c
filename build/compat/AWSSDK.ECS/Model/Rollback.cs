namespace Amazon.ECS.Model;

public class Rollback
{
    public string? Reason { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>The revision that ECS went back to.</summary>
    public string? ServiceRevisionArn { get; set; }
}
