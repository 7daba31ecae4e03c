using System.Text.Json;

namespace TickStack.Build.Tests.Images;

public sealed class DashboardTests
{
    public static TheoryData<string> Dashboards { get; } = new(ImageFolder.Files("chronograf", "*.dashboard").Select(file => Path.GetFileName(file)));

    [Fact]
    public void Two_dashboards_come_with_the_image() => Dashboards.Count.ShouldBe(2);

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void A_dashboard_is_a_document_that_Chronograf_shows_in_its_one_organization(string file)
    {
        using var dashboard = Parse(file);

        dashboard.RootElement.GetProperty("organization").GetString().ShouldBe("default");
        dashboard.RootElement.GetProperty("name").GetString().ShouldNotBeNullOrEmpty();
        dashboard.RootElement.GetProperty("cells").EnumerateArray().ShouldNotBeEmpty();
    }

    // Chronograf reads the file as a Go template first; those made in the page count their ids from 1.
    [Theory]
    [MemberData(nameof(Dashboards))]
    public void A_dashboard_holds_no_template_and_an_id_of_its_own(string file)
    {
        using var dashboard = Parse(file);

        dashboard.RootElement.GetProperty("id").GetInt32().ShouldBeGreaterThan(10_000);
        dashboard.RootElement.GetRawText().ShouldNotContain("{{");
    }

    [Fact]
    public void No_two_dashboards_share_an_id_and_no_two_cells_a_place()
    {
        var documents = Dashboards.Select(row => Parse(row.Data)).ToList();

        documents.Select(document => document.RootElement.GetProperty("id").GetInt32()).ShouldBeUnique();
        foreach (var document in documents)
        {
            document.RootElement.GetProperty("cells").EnumerateArray().SelectMany(Squares).ShouldBeUnique();
        }
    }

    [Theory]
    [MemberData(nameof(Dashboards))]
    public void Every_query_reads_the_database_that_the_start_of_InfluxDB_makes(string file)
    {
        using var dashboard = Parse(file);
        var queries = dashboard.RootElement.GetProperty("cells").EnumerateArray()
            .SelectMany(cell => cell.GetProperty("queries").EnumerateArray())
            .Select(query => query.GetProperty("query").GetString()!);

        queries.ShouldAllBe(query => query.Contains("FROM \"telegraf\".\"autogen\".", StringComparison.Ordinal)
            && query.Contains("time > :dashboardTime: AND time < :upperDashboardTime:", StringComparison.Ordinal));
    }

    // A source in a file is HTML-escaped by Chronograf, which breaks passwords.
    [Fact]
    public void No_source_comes_from_a_file() => ImageFolder.Files("chronograf", "*.src").ShouldBeEmpty();

    private static JsonDocument Parse(string file) => JsonDocument.Parse(File.ReadAllText(ImageFolder.Files("chronograf", file).Single()));

    private static IEnumerable<(int X, int Y)> Squares(JsonElement cell)
    {
        int Number(string name) => cell.GetProperty(name).GetInt32();
        return from x in Enumerable.Range(Number("x"), Number("w"))
               from y in Enumerable.Range(Number("y"), Number("h"))
               select (x, y);
    }
}
