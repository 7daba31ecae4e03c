using System.Net;
using Amazon.ECS;
using Amazon.ECS.Model;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Compat.Tests.Aws;

public class EcsWireTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_definition_comes_back_as_it_was_registered()
    {
        using var ecs = moto.Ecs();
        var registered = await ecs.RegisterTaskDefinitionAsync(Influx("round-trip"), Cancel);
        var described = await ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "round-trip" }, Cancel);

        var definition = described.TaskDefinition!;
        definition.TaskDefinitionArn.ShouldBe(registered.TaskDefinition!.TaskDefinitionArn);
        definition.Revision.ShouldBe(1);
        definition.Status.ShouldBe(TaskDefinitionStatus.ACTIVE);
        definition.NetworkMode.ShouldBe(NetworkMode.Awsvpc);
        definition.Volumes!.ShouldHaveSingleItem().Host!.SourcePath.ShouldBe("/data/influxdb");
        definition.PlacementConstraints!.ShouldHaveSingleItem().Type.ShouldBe(TaskDefinitionPlacementConstraintType.MemberOf);
        definition.Volumes![0].EfsVolumeConfiguration.ShouldBeNull();
    }

    [Fact]
    public async Task Every_part_of_a_container_survives_the_way_there_and_back()
    {
        using var ecs = moto.Ecs();
        await ecs.RegisterTaskDefinitionAsync(Influx("container"), Cancel);
        var container = (await ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "container" }, Cancel)).TaskDefinition!.ContainerDefinitions!
            .ShouldHaveSingleItem();

        container.Essential.ShouldBe(true);
        container.Environment!.Select(pair => $"{pair.Name}={pair.Value}").ShouldBe(["INFLUXDB_DB=telegraf"]);
        container.Secrets!.ShouldHaveSingleItem().ValueFrom.ShouldBe("arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-b");
        container.PortMappings!.ShouldHaveSingleItem().Protocol.ShouldBe(TransportProtocol.Tcp);
        container.HealthCheck!.Command.ShouldBe(["CMD", "/usr/local/bin/healthcheck"]);
        container.Ulimits!.ShouldHaveSingleItem().Name.ShouldBe(UlimitName.Nofile);
        container.LinuxParameters!.Tmpfs!.ShouldHaveSingleItem().Size.ShouldBe(64);
        container.LogConfiguration!.LogDriver.ShouldBe(LogDriver.Awslogs);
        container.MountPoints!.ShouldHaveSingleItem().ReadOnly.ShouldBe(false);
    }

    [Fact]
    public async Task Keys_of_maps_travel_unchanged()
    {
        using var ecs = moto.Ecs();
        await ecs.RegisterTaskDefinitionAsync(Influx("keys"), Cancel);
        var container = (await ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "keys" }, Cancel)).TaskDefinition!.ContainerDefinitions![0];

        container.DockerLabels.ShouldBe(new Dictionary<string, string> { ["Com.Example.Owner"] = "Ops" });
        container.LogConfiguration!.Options!.Keys.ShouldBe(["awslogs-group", "awslogs-region"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_service_is_created_found_updated_and_deleted()
    {
        using var ecs = moto.Ecs();
        var cluster = await ClusterAsync();
        await ecs.RegisterTaskDefinitionAsync(Influx("service"), Cancel);
        var created = await ecs.CreateServiceAsync(Create(cluster, "service"), Cancel);
        var updated = await ecs.UpdateServiceAsync(new() { Cluster = cluster, Service = "service", DesiredCount = 2 }, Cancel);
        var found = (await ecs.DescribeServicesAsync(new() { Cluster = cluster, Services = ["service", "nobody"] }, Cancel)).ShouldNotBeNull();
        var deleted = await ecs.DeleteServiceAsync(new() { Cluster = cluster, Service = "service", Force = true }, Cancel);

        created.Service!.Deployments!.ShouldHaveSingleItem().Id.ShouldStartWith("ecs-svc/");
        updated.Service!.DesiredCount.ShouldBe(2);
        found.Services!.ShouldHaveSingleItem().LaunchType.ShouldBe(LaunchType.EC2);
        found.Failures!.ShouldHaveSingleItem().Reason.ShouldBe("MISSING");
        deleted.Service!.ServiceName.ShouldBe("service");
    }

    [Fact]
    public async Task A_service_is_tagged_after_its_creation()
    {
        using var ecs = moto.Ecs();
        var cluster = await ClusterAsync();
        await ecs.RegisterTaskDefinitionAsync(Influx("tagged"), Cancel);
        var request = Create(cluster, "tagged");
        request.Tags = [new() { Key = "Stack", Value = "tick" }, new() { Key = "Revision", Value = "1" }];
        var arn = (await ecs.CreateServiceAsync(request, Cancel)).Service!.ServiceArn;
        await ecs.TagResourceAsync(new() { ResourceArn = arn, Tags = [new() { Key = "Revision", Value = "2" }] }, Cancel);
        var tags = (await ecs.ListTagsForResourceAsync(new() { ResourceArn = arn }, Cancel)).Tags!;

        tags.Select(tag => $"{tag.Key}={tag.Value}").ShouldBe(["Stack=tick", "Revision=2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Lists_of_enumeration_values_are_text_there_and_back()
    {
        using var server = new ScriptedServer(ScriptedServer.Reply.Ok("""{"taskDefinition":{"compatibilities":["EC2","LATER_THAN_THIS_VERSION"]}}"""));
        using var ecs = new AmazonECSClient(MotoServer.Credentials, new AmazonECSConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
        var described = await ecs.DescribeTaskDefinitionAsync(new() { TaskDefinition = "a", Include = [TaskDefinitionField.TAGS] }, Cancel);

        server.Requests.ShouldHaveSingleItem().Body.ShouldBe("""{"taskDefinition":"a","include":["TAGS"]}""");
        described.TaskDefinition!.Compatibilities.ShouldBe([Compatibility.EC2, "LATER_THAN_THIS_VERSION"]);
    }

    [Fact]
    public async Task Timestamps_are_instants_in_UTC()
    {
        using var ecs = moto.Ecs();
        var cluster = await ClusterAsync();
        await ecs.RegisterTaskDefinitionAsync(Influx("time"), Cancel);
        var service = (await ecs.CreateServiceAsync(Create(cluster, "time"), Cancel)).Service!;
        var createdAt = service.Deployments!.ShouldHaveSingleItem().CreatedAt.ShouldNotBeNull();

        createdAt.Kind.ShouldBe(DateTimeKind.Utc);
        createdAt.ShouldBe(DateTime.UtcNow, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Lists_and_instances_of_a_cluster_are_read()
    {
        using var ecs = moto.Ecs();
        var cluster = await ClusterAsync();
        await ecs.RegisterTaskDefinitionAsync(Influx("listed"), Cancel);

        (await ecs.DescribeClustersAsync(new() { Clusters = [cluster] }, Cancel)).Clusters!.ShouldHaveSingleItem().Status.ShouldBe("ACTIVE");
        (await ecs.ListTaskDefinitionsAsync(new() { FamilyPrefix = "listed", Sort = SortOrder.DESC }, Cancel)).TaskDefinitionArns!.ShouldHaveSingleItem()
            .ShouldEndWith("/listed:1");
        (await ecs.ListTasksAsync(new() { Cluster = cluster }, Cancel)).TaskArns.ShouldBe([]);
        (await ecs.ListContainerInstancesAsync(new() { Cluster = cluster }, Cancel)).ContainerInstanceArns.ShouldBe([]);
        (await ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = "listed:1" }, Cancel)).TaskDefinition!.Status.ShouldBe(TaskDefinitionStatus.INACTIVE);
    }

    [Fact]
    public async Task A_named_error_is_its_own_exception_with_code_status_and_request_id()
    {
        using var ecs = moto.Ecs();
        var exception = await Should.ThrowAsync<ClusterNotFoundException>(
            () => ecs.DescribeServicesAsync(new() { Cluster = "nowhere", Services = ["x"] }, Cancel));

        exception.ErrorCode.ShouldBe("ClusterNotFoundException");
        exception.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        exception.RequestId.ShouldNotBeNullOrEmpty();
        exception.Message.ShouldBe("Cluster not found.");
    }

    [Fact]
    public async Task A_response_carries_its_status_and_request_id()
    {
        using var ecs = moto.Ecs();
        var response = await ecs.DescribeClustersAsync(new(), Cancel);

        response.HttpStatusCode.ShouldBe(HttpStatusCode.OK);
        response.ResponseMetadata.RequestId.ShouldNotBeNullOrEmpty();
    }

    private async Task<string> ClusterAsync()
    {
        var name = $"cluster-{Guid.NewGuid():N}";
        await moto.PostAsync("ecs", "AmazonEC2ContainerServiceV20141113.CreateCluster", $$"""{"clusterName":"{{name}}"}""");
        return name;
    }

    private static CreateServiceRequest Create(string cluster, string name) => new()
    {
        Cluster = cluster,
        ServiceName = name,
        TaskDefinition = name,
        DesiredCount = 1,
        LaunchType = LaunchType.EC2,
        DeploymentConfiguration = new()
        {
            MinimumHealthyPercent = 0,
            MaximumPercent = 100,
            DeploymentCircuitBreaker = new() { Enable = true, Rollback = true },
        },
    };

    private static RegisterTaskDefinitionRequest Influx(string family) => new()
    {
        Family = family,
        NetworkMode = NetworkMode.Awsvpc,
        Volumes = [new() { Name = "volume-0", Host = new() { SourcePath = "/data/influxdb" } }],
        PlacementConstraints = [new() { Type = "memberOf", Expression = "attribute:ecs.os-type == linux" }],
        ContainerDefinitions = [Container()],
    };

    private static ContainerDefinition Container() => new()
    {
        Name = "influxdb",
        Image = "example/influxdb:1.8",
        Memory = 512,
        Essential = true,
        Environment = [new() { Name = "INFLUXDB_DB", Value = "telegraf" }],
        Secrets = [new() { Name = "INFLUXDB_ADMIN_PASSWORD", ValueFrom = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-b" }],
        PortMappings = [new() { ContainerPort = 8086, Protocol = TransportProtocol.Tcp }],
        HealthCheck = new() { Command = ["CMD", "/usr/local/bin/healthcheck"], Interval = 10 },
        Ulimits = [new() { Name = "nofile", SoftLimit = 1024, HardLimit = 2048 }],
        LinuxParameters = new() { InitProcessEnabled = true, Tmpfs = [new() { ContainerPath = "/tmp", Size = 64 }] },
        DockerLabels = new() { ["Com.Example.Owner"] = "Ops" },
        LogConfiguration = new() { LogDriver = LogDriver.Awslogs, Options = new() { ["awslogs-group"] = "g", ["awslogs-region"] = "eu-west-1" } },
        MountPoints = [new() { SourceVolume = "volume-0", ContainerPath = "/var/lib/influxdb", ReadOnly = false }],
    };
}
