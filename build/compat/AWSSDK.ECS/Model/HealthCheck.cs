namespace Amazon.ECS.Model;

public class HealthCheck
{
    /// <summary>CMD or CMD-SHELL first, then the command.</summary>
    public List<string>? Command { get; set; }

    /// <summary>Seconds, 5 to 300; 30 unless set.</summary>
    public int? Interval { get; set; }

    /// <summary>Seconds, 2 to 120; 5 unless set.</summary>
    public int? Timeout { get; set; }

    /// <summary>1 to 10; 3 unless set.</summary>
    public int? Retries { get; set; }

    /// <summary>Seconds, 0 to 300; off unless set.</summary>
    public int? StartPeriod { get; set; }
}
