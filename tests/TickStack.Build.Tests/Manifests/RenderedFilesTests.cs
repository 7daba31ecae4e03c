using TickStack.Build.Manifests;
using TickStack.Build.Stack;
using TickStack.EcsCli;
using TickStack.EcsCli.Format;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Tests.Manifests;

/// <summary>The four files as they are deployed, and what they become, next to this file as *.approved.*.</summary>
public class RenderedFilesTests
{
    public static TheoryData<string> Services { get; } = [.. StackService.All.Select(service => service.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_compose_file_is_rendered_as_approved(string name) =>
        Approve((await SampleStack.RenderAsync(Service(name))).ComposeText, $"{name}.docker-compose", "yml");

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_ecs_params_are_rendered_as_approved(string name) =>
        Approve((await SampleStack.RenderAsync(Service(name))).ParamsText, $"{name}.ecs-params", "yml");

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_rendered_files_become_the_approved_task_definition(string name) =>
        Approve(EcsJson.Text((await TranslateAsync(Service(name))).TaskDefinition), $"{name}.task-definition", "json");

    [Theory]
    [InlineData("influxdb", "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-influxdb")]
    [InlineData("tick", "arn:aws:servicediscovery:eu-west-1:111122223333:service/srv-chronograf")]
    public async Task The_service_registers_in_the_cloud_map_service_that_terraform_made(string name, string arn)
    {
        var translated = await TranslateAsync(Service(name));

        translated.ServiceRegistries.ShouldHaveSingleItem().RegistryArn.ShouldBe(arn);
        translated.NetworkConfiguration.ShouldNotBeNull().AwsvpcConfiguration.ShouldNotBeNull().Subnets.ShouldBe(SampleStack.Cluster.SubnetIds);
        translated.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dollar_sign_in_a_value_reaches_ecs_as_it_is()
    {
        var cluster = SampleStack.Cluster with { TaskRoleArns = new Dictionary<string, string> { ["influxdb"] = "arn:$HOME:${X}" } };
        var service = StackService.InfluxDb;
        var template = await SampleStack.Templates.ReadTemplateAsync(service, ManifestFolder.ParamsFile, TestContext.Current.CancellationToken);
        var compose = await SampleStack.Templates.ReadTemplateAsync(service, ManifestFolder.ComposeFile, TestContext.Current.CancellationToken);

        var rendered = ManifestRenderer.Render(service, compose, template, ManifestModel.From(SampleStack.Settings, SampleStack.Images, cluster));

        rendered.ParamsText.ShouldContain("arn:$$HOME:$${X}");
        Translate(rendered).TaskDefinition.TaskRoleArn.ShouldBe("arn:$HOME:${X}");
    }

    private static StackService Service(string name) => StackService.All.Single(service => service.Name == name);

    private static async Task<TranslatedService> TranslateAsync(StackService service) => Translate(await SampleStack.RenderAsync(service));

    private static TranslatedService Translate(RenderedManifests rendered)
    {
        var (compose, ecsParams) = ManifestReader.Read(
            new ManifestSource("docker-compose.yml", rendered.ComposeText),
            new ManifestSource("ecs-params.yml", rendered.ParamsText),
            new ReadingContext());
        return TaskDefinitionTranslator.Translate(compose, ecsParams, new TranslationOptions
        {
            ProjectName = rendered.Service.NameIn("metrics"),
            LaunchType = "EC2",
            Discovery = new TerraformDiscovery(SampleStack.Cluster),
        });
    }

    private static void Approve(string text, string name, string extension) => text.ShouldMatchApproved(options =>
    {
        options.NoDiff();
        options.LocateTestMethodUsingAttribute<TheoryAttribute>();
        options.WithFileExtension(extension);
        options.WithFilenameGenerator((_, _, kind, fileExtension) => $"{name}.{kind}.{fileExtension}");
    });
}
