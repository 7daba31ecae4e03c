using System.Text.RegularExpressions;

namespace TickStack.Build.Tests.Images;

public sealed partial class TickScriptTests
{
    public static TheoryData<string> Scripts { get; } = new(ImageFolder.Files("kapacitor", "*.tick").Select(file => Path.GetFileName(file)));

    // Without it Kapacitor refuses to load the file, and with another policy the task sees no point.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_task_reads_the_database_and_policy_that_Telegraf_writes(string script) =>
        Text(script).ShouldStartWith("dbrp \"telegraf\".\"autogen\"\n");

    [Theory]
    [MemberData(nameof(Scripts))]
    public void An_alert_goes_to_the_topic_of_the_handlers_and_to_the_dashboards_measurement(string script)
    {
        var alerts = Alert().Count(Text(script));

        alerts.ShouldBeGreaterThan(0);
        Topic().Count(Text(script)).ShouldBe(alerts);
        Measurement().Count(Text(script)).ShouldBe(alerts);
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void An_alert_names_its_task(string script) =>
        Text(script).ShouldContain($".tag('task', '{Path.GetFileNameWithoutExtension(script)}')");

    private static string Text(string script) => File.ReadAllText(ImageFolder.Files("kapacitor", script).Single());

    [GeneratedRegex(@"\|(alert|deadman)\(")]
    private static partial Regex Alert();

    [GeneratedRegex(@"\.topic\('stack'\)")]
    private static partial Regex Topic();

    [GeneratedRegex(@"\.measurement\('alerts'\)")]
    private static partial Regex Measurement();
}
