using System.Text.RegularExpressions;

namespace TickStack.Build.Tests.Images;

public sealed partial class ConfigurationTests
{
    // influxd and kapacitord take unknown keys in silence, and Telegraf refuses to start on one. The lists come from the servers' sources.
    [Theory]
    [InlineData("influxdb", "influxdb.conf", "influxdb-1.12.4.txt")]
    [InlineData("kapacitor", "kapacitor.conf", "kapacitor-1.8.txt")]
    [InlineData("telegraf", "telegraf.conf", "telegraf-1.39.3.txt")]
    public void Every_key_is_one_that_the_server_knows(string component, string file, string list)
    {
        var known = ImageFolder.KnownKeys(list);
        var keys = ConfigurationKeys.Of(ImageFolder.Lines(component, file));

        keys.ShouldNotBeEmpty();
        keys.Where(key => !known.Contains(key)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("auth-enabled = true")]
    [InlineData("index-version = \"tsi1\"")]
    [InlineData("bind-address = \"127.0.0.1:8088\"")]
    [InlineData("reporting-disabled = true")]
    [InlineData("pprof-enabled = false")]
    public void InfluxDB_is_closed_indexed_on_disk_and_silent(string setting) =>
        ImageFolder.Lines("influxdb", "influxdb.conf").Select(line => line.Trim()).ShouldContain(setting);

    [Theory]
    [InlineData("disable-subscriptions = true")]
    [InlineData("default-retention-policy = \"autogen\"")]
    [InlineData("password = \"\"")]
    public void Kapacitor_is_fed_by_Telegraf_and_holds_no_secret(string setting) =>
        ImageFolder.Lines("kapacitor", "kapacitor.conf").Select(line => line.Trim()).ShouldContain(setting);

    // From 1.38 on a variable outside quotes stays as it is written.
    [Fact]
    public void Telegraf_reads_variables_inside_quotes_only()
    {
        var unquoted = ImageFolder.Lines("telegraf", "telegraf.conf")
            .Where(line => Quoted().Replace(line, "").Contains("${", StringComparison.Ordinal));

        unquoted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ENVIRONMENT")]
    [InlineData("INFLUXDB_URL")]
    [InlineData("INFLUXDB_PASSWORD")]
    [InlineData("AWS_REGION")]
    [InlineData("BACKUP_BUCKET")]
    [InlineData("LOGS_BUCKET")]
    public void Telegraf_says_which_variable_is_missing(string variable) =>
        ImageFolder.Lines("telegraf", "telegraf.conf").ShouldContain(line => line.Contains($"${{{variable}:?", StringComparison.Ordinal));

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
