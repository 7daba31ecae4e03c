namespace Amazon.ECS.Model;

public class ContainerRestartPolicy
{
    public bool? Enabled { get; set; }

    public List<int?>? IgnoredExitCodes { get; set; }

    /// <summary>Seconds.</summary>
    public int? RestartAttemptPeriod { get; set; }
}
