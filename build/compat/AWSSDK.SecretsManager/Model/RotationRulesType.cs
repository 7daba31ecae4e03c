namespace Amazon.SecretsManager.Model;

public class RotationRulesType
{
    public long? AutomaticallyAfterDays { get; set; }

    /// <summary>As in "3h".</summary>
    public string? Duration { get; set; }

    /// <summary>A rate(…) or cron(…).</summary>
    public string? ScheduleExpression { get; set; }
}
