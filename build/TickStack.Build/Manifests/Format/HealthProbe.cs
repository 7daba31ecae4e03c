using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Format;

/// <summary>A health check as one of the two files says it; what ecs-params says counts over what compose says, key by key.</summary>
public sealed record HealthProbe(SourceLocation Location)
{
    /// <summary>Begins with CMD or CMD-SHELL.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Seconds.</summary>
    public int? Interval { get; init; }

    /// <summary>Seconds.</summary>
    public int? Timeout { get; init; }

    public int? Retries { get; init; }

    /// <summary>Seconds from the start in which a failure does not count.</summary>
    public int? StartPeriod { get; init; }

    /// <summary>There shall be none.</summary>
    public bool IsDisabled { get; init; }

    public HealthProbe OverriddenBy(HealthProbe? other) => other switch
    {
        null => this,
        { IsDisabled: true } => other,
        _ => other with
        {
            Command = other.Command ?? Command,
            Interval = other.Interval ?? Interval,
            Timeout = other.Timeout ?? Timeout,
            Retries = other.Retries ?? Retries,
            StartPeriod = other.StartPeriod ?? StartPeriod,
        },
    };
}
