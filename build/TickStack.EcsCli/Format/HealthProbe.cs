namespace TickStack.EcsCli.Format;

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

    /// <summary>No health check is wanted.</summary>
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

/// <summary>Reads the health check sections of both files. The ranges are those of ECS.</summary>
internal static class HealthProbeSyntax
{
    /// <summary>test, interval, timeout, retries, start_period, disable.</summary>
    public static HealthProbe Compose(DocumentValue value)
    {
        var section = value.Mapping();
        var disable = section.Optional("disable")?.Flag() ?? false;
        var probe = Common(value, section, section.Optional("test"), (seconds, minimum, maximum) => seconds.Seconds(minimum, maximum));
        return disable ? probe with { IsDisabled = true } : probe;
    }

    /// <summary>test or command, interval, timeout, retries, start_period; a number without a unit is seconds.</summary>
    public static HealthProbe EcsParams(DocumentValue value)
    {
        var section = value.Mapping();
        var (test, command) = (section.Optional("test"), section.Optional("command"));
        if (test is not null && command is not null)
        {
            command.Problem("test and command mean the same", "keep one of them");
        }

        return Common(value, section, test ?? command, (seconds, minimum, maximum) => seconds.SecondsOrNumber(minimum, maximum));
    }

    private static HealthProbe Common(DocumentValue value, MappingReader section, DocumentValue? test, Func<DocumentValue, int, int, int?> seconds)
    {
        var command = test is null ? null : Command(test);
        var probe = new HealthProbe(value.Location)
        {
            Command = command is ["NONE"] ? null : command,
            IsDisabled = command is ["NONE"],
            Interval = section.Optional("interval") is { } interval ? seconds(interval, 5, 300) : null,
            Timeout = section.Optional("timeout") is { } timeout ? seconds(timeout, 2, 60) : null,
            Retries = section.Optional("retries")?.WholeNumber(1, 10),
            StartPeriod = section.Optional("start_period") is { } start ? seconds(start, 0, 300) : null,
        };
        section.Done();
        return probe;
    }

    private static IReadOnlyList<string>? Command(DocumentValue test)
    {
        if (test.Node is not SequenceNode)
        {
            return test.Text() is { } line ? ["CMD-SHELL", line] : null;
        }

        var words = test.Texts();
        if (words is ["NONE"] or ["CMD" or "CMD-SHELL", _, ..])
        {
            return words;
        }

        test.Problem("the list must begin with CMD or CMD-SHELL and go on with the command", "or write the command as one text, which a shell runs");
        return null;
    }
}
