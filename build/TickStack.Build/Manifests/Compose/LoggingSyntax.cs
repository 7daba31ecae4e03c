using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Compose;

/// <summary>logging of versions 2 and 3, log_driver and log_opt of version 1.</summary>
internal static class LoggingSyntax
{
    private static readonly string[] Drivers = ["awslogs", "awsfirelens", "fluentd", "gelf", "journald", "json-file", "splunk", "syslog"];

    public static LogDriverSettings Section(DocumentValue value)
    {
        var section = value.Mapping();
        var driver = section.Required("driver")?.Choice(Drivers);
        var options = section.Optional("options")?.TextMap() ?? new Dictionary<string, string>();
        section.Done();
        return new LogDriverSettings(driver, options, value.Location);
    }

    public static LogDriverSettings Driver(LogDriverSettings? settings, DocumentValue value) =>
        (settings ?? Empty(value)) with { Driver = value.Choice(Drivers) };

    public static LogDriverSettings Options(LogDriverSettings? settings, DocumentValue value) =>
        (settings ?? Empty(value)) with { Options = value.TextMap() };

    private static LogDriverSettings Empty(DocumentValue value) => new(null, new Dictionary<string, string>(), value.Location);
}
