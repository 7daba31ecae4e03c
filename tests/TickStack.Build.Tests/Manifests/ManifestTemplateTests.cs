using TickStack.Build.Manifests;
using TickStack.Build.Stack;
using TickStack.Failures;

namespace TickStack.Build.Tests.Manifests;

public class ManifestTemplateTests
{
    private readonly ProblemLog problems = new();

    [Fact]
    public void Placeholders_are_filled_and_the_rest_stays_as_it_is() =>
        Fill("a: \"{{region}}\" # $$HOME <&> {{cluster_name}}\n").ShouldBe("a: \"eu-west-1\" # $$HOME <&> metrics\n");

    [Fact]
    public void Each_placeholder_without_a_value_is_reported_with_its_place_and_nearest_name()
    {
        Fill("image: {{influxdb_imgae}}\nregion: {{region}}\nx: {{regoin}} {{tick_image}}\n").ShouldBeNull();

        problems.Problems.Select(problem => (problem.Location!.Line, problem.Location.Column, problem.Remedy?.Split(',')[0])).ShouldBe(
        [
            (1, 8, "did you mean 'influxdb_image'?"),
            (3, 4, "did you mean 'region'?"),
            (3, 15, "known: chronograf_cpu"),
        ]);
    }

    [Fact]
    public void Both_files_of_a_service_are_reported_together()
    {
        var failure = Should.Throw<FailureException>(() => ManifestRenderer.Render(
            StackService.Tick, new ManifestTemplate("docker-compose.yml", "{{a}}"), new ManifestTemplate("ecs-params.yml", "{{b}}"), SampleStack.Model));

        failure.Problems.Select(problem => problem.Location!.File).ShouldBe(["docker-compose.yml", "ecs-params.yml"]);
    }

    [Fact]
    public void An_unpublished_image_names_the_target_to_run_and_only_where_it_is_needed()
    {
        var images = SampleStack.Images.Where(pair => pair.Key != Component.Telegraf.Name).ToDictionary();
        var model = ManifestModel.From(SampleStack.Settings, images, SampleStack.Cluster);

        new ManifestTemplate("a.yml", "{{influxdb_image}}").Fill(model, problems).ShouldNotBeNull();
        new ManifestTemplate("a.yml", "{{telegraf_image}}").Fill(model, problems).ShouldBeNull();

        problems.Problems.ShouldHaveSingleItem().Remedy.ShouldBe("it comes from --target=Publish-Telegraf");
    }

    [Theory]
    [InlineData("{{#if region}}x{{/if}}")]
    [InlineData("{{! comment }}")]
    [InlineData("{{{region}}}")]
    [InlineData("{{ region }}")]
    [InlineData("{{region")]
    [InlineData("{{}}")]
    public void Anything_but_a_plain_placeholder_is_refused(string text)
    {
        Fill(text).ShouldBeNull();

        problems.Problems[0].Message.ShouldContain("is no placeholder");
    }

    [Theory]
    [InlineData("a\nb: c")]
    [InlineData("a\"b")]
    [InlineData("it's")]
    [InlineData("a\\nb")]
    [InlineData("")]
    public void A_value_that_would_break_the_file_is_refused(string value)
    {
        var model = ManifestModel.From(SampleStack.Settings, SampleStack.Images, SampleStack.Cluster with { ClusterName = value });

        new ManifestTemplate("a.yml", "a: \"{{cluster_name}}\"").Fill(model, problems).ShouldBeNull();

        problems.Problems.ShouldHaveSingleItem().Message.ShouldContain("would break the file");
    }

    private string? Fill(string text) => new ManifestTemplate("a.yml", text).Fill(SampleStack.Model, problems);
}
