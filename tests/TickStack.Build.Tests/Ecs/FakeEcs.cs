using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;

namespace TickStack.Build.Tests.Ecs;

/// <summary>
/// ECS as far as one service goes: revisions, and a service whose deployments do what a test has planned. A subclass of the
/// client rather than an implementation of the interface, which in the official package has many more members.
/// </summary>
internal sealed class FakeEcs(TimeProvider time) : AmazonECSClient(new AnonymousAWSCredentials(), new AmazonECSConfig { ServiceURL = "http://127.0.0.1:1" })
{
    private readonly List<(TimeSpan After, Action<Service> Change)> planned = [];
    private readonly List<(DateTimeOffset Due, Action<Service> Change)> timeline = [];
    private int ids;

    /// <summary>Every request, in order.</summary>
    public List<AmazonECSRequest> Requests { get; } = [];

    public List<TaskDefinition> Revisions { get; } = [];

    public Service? Live { get; set; }

    public List<Amazon.ECS.Model.Task> StoppedTasks { get; } = [];

    public List<Amazon.ECS.Model.Task> RunningTasks { get; } = [];

    /// <summary>ARNs of the task definitions whose deployments completed, oldest first.</summary>
    public List<string> Completed { get; } = [];

    /// <summary>What became of the newest deployment.</summary>
    public ServiceDeploymentStatus LatestStatus { get; set; } = ServiceDeploymentStatus.SUCCESSFUL;

    public List<ContainerInstance> Instances { get; } = [];

    /// <summary>Called before every request; may throw.</summary>
    public Action<AmazonECSRequest> Before { get; set; } = _ => { };

    /// <summary>Called after every request was carried out; may throw, as a connection that breaks before the answer.</summary>
    public Action<AmazonECSRequest> After { get; set; } = _ => { };

    /// <summary>Changes the service at the first look that long after the next CreateService or UpdateService.</summary>
    public FakeEcs At(double seconds, Action<Service> change)
    {
        planned.Add((TimeSpan.FromSeconds(seconds), change));
        return this;
    }

    public IEnumerable<string> Operations => Requests.Select(request => request.GetType().Name.Replace("Request", "", StringComparison.Ordinal));

    public static Deployment Primary(Service service) => service.Deployments!.Single(deployment => deployment.Status == "PRIMARY");

    public static void Complete(Service service)
    {
        var primary = Primary(service);
        (primary.RolloutState, primary.RunningCount, primary.PendingCount) = (DeploymentRolloutState.COMPLETED, primary.DesiredCount, 0);
        service.Deployments = [primary];
    }

    public ServiceEvent Event(string message) => new() { Id = $"event-{++ids}", CreatedAt = time.GetUtcNow().UtcDateTime, Message = message };

    /// <summary>A new PRIMARY deployment; the others stay ACTIVE.</summary>
    public Deployment Deploy(Service service, string taskDefinition)
    {
        service.Deployments!.ForEach(old => old.Status = "ACTIVE");
        var deployment = new Deployment
        {
            Id = $"ecs-svc/{++ids}",
            Status = "PRIMARY",
            TaskDefinition = taskDefinition,
            DesiredCount = service.DesiredCount,
            PendingCount = service.DesiredCount,
            RunningCount = 0,
            FailedTasks = 0,
            CreatedAt = time.GetUtcNow().UtcDateTime,
            RolloutState = DeploymentRolloutState.IN_PROGRESS,
        };
        service.Deployments.Insert(0, deployment);
        service.TaskDefinition = taskDefinition;
        return deployment;
    }

    public override Task<RegisterTaskDefinitionResponse> RegisterTaskDefinitionAsync(
        RegisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        var revision = Registered.From(request, Revisions.Count + 1);
        Revisions.Add(revision);
        return new RegisterTaskDefinitionResponse { TaskDefinition = revision };
    });

    public override Task<DeregisterTaskDefinitionResponse> DeregisterTaskDefinitionAsync(
        DeregisterTaskDefinitionRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        Revisions.Single(revision => revision.TaskDefinitionArn == request.TaskDefinition).Status = TaskDefinitionStatus.INACTIVE;
        return new DeregisterTaskDefinitionResponse();
    });

    public override Task<DescribeTaskDefinitionResponse> DescribeTaskDefinitionAsync(
        DescribeTaskDefinitionRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        var found = Revisions.LastOrDefault(revision =>
            revision.TaskDefinitionArn == request.TaskDefinition || $"{revision.Family}:{revision.Revision}" == request.TaskDefinition
                || (revision.Family == request.TaskDefinition && revision.Status == TaskDefinitionStatus.ACTIVE));
        return new DescribeTaskDefinitionResponse { TaskDefinition = found ?? throw Refusal<ClientException>("Unable to describe task definition.") };
    });

    public override Task<CreateServiceResponse> CreateServiceAsync(
        CreateServiceRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        Begin();
        Live = new Service
        {
            ServiceName = request.ServiceName,
            ServiceArn = $"arn:aws:ecs:eu-west-1:123456789012:service/{request.Cluster}/{request.ServiceName}",
            ClusterArn = request.Cluster,
            Status = "ACTIVE",
            Deployments = [],
            Events = [],
            CreatedAt = time.GetUtcNow().UtcDateTime,
            LaunchType = request.LaunchType,
        };
        (Live.DesiredCount, Live.DeploymentConfiguration, Live.NetworkConfiguration) =
            (request.DesiredCount, request.DeploymentConfiguration, request.NetworkConfiguration);
        (Live.ServiceRegistries, Live.PlacementConstraints, Live.PlacementStrategy) =
            (request.ServiceRegistries, request.PlacementConstraints, request.PlacementStrategy);
        (Live.EnableECSManagedTags, Live.PropagateTags, Live.EnableExecuteCommand) =
            (request.EnableECSManagedTags, request.PropagateTags, request.EnableExecuteCommand);
        (Live.Tags, Live.CapacityProviderStrategy, Live.HealthCheckGracePeriodSeconds) =
            (request.Tags, request.CapacityProviderStrategy, request.HealthCheckGracePeriodSeconds);
        Deploy(Live, request.TaskDefinition!);
        return new CreateServiceResponse { Service = Snapshot() };
    });

    public override Task<UpdateServiceResponse> UpdateServiceAsync(
        UpdateServiceRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        Begin();
        Live!.DesiredCount = request.DesiredCount ?? Live.DesiredCount;
        Live.DeploymentConfiguration = request.DeploymentConfiguration ?? Live.DeploymentConfiguration;
        Live.ServiceRegistries = request.ServiceRegistries ?? Live.ServiceRegistries;
        Live.PlacementConstraints = request.PlacementConstraints ?? Live.PlacementConstraints;
        Live.PlacementStrategy = request.PlacementStrategy ?? Live.PlacementStrategy;
        (Live.EnableExecuteCommand, Live.PropagateTags) =
            (request.EnableExecuteCommand ?? Live.EnableExecuteCommand, request.PropagateTags ?? Live.PropagateTags);
        Live.HealthCheckGracePeriodSeconds = request.HealthCheckGracePeriodSeconds ?? Live.HealthCheckGracePeriodSeconds;
        (Live.CapacityProviderStrategy, Live.LaunchType) = request.CapacityProviderStrategy is { } strategy ? (strategy, null)
            : (Live.CapacityProviderStrategy, Live.LaunchType);
        var deploys = request.ForceNewDeployment == true || request.NetworkConfiguration is not null
            || (request.TaskDefinition ?? Live.TaskDefinition) != Live.TaskDefinition;
        Live.NetworkConfiguration = request.NetworkConfiguration ?? Live.NetworkConfiguration;
        if (deploys)
        {
            Deploy(Live, request.TaskDefinition ?? Live.TaskDefinition!);
        }

        return new UpdateServiceResponse { Service = Snapshot() };
    });

    /// <summary>Drains for two seconds.</summary>
    public override Task<DeleteServiceResponse> DeleteServiceAsync(
        DeleteServiceRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        Live!.Status = "DRAINING";
        timeline.Add((time.GetUtcNow().AddSeconds(2), service => service.Status = "INACTIVE"));
        return new DeleteServiceResponse { Service = Snapshot() };
    });

    public override Task<DescribeServicesResponse> DescribeServicesAsync(
        DescribeServicesRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        foreach (var due in timeline.Where(entry => time.GetUtcNow() >= entry.Due).ToList())
        {
            timeline.Remove(due);
            due.Change(Live!);
        }

        return new DescribeServicesResponse { Services = Live is null ? null : [Snapshot()] };
    });

    public override Task<ListTagsForResourceResponse> ListTagsForResourceAsync(
        ListTagsForResourceRequest request, CancellationToken cancellationToken = default) =>
        Answer(request, () => new ListTagsForResourceResponse { Tags = [new() { Key = "of", Value = request.ResourceArn!.Split('/').Last() }] });

    public override Task<TagResourceResponse> TagResourceAsync(
        TagResourceRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        request.ResourceArn.ShouldBe(Live!.ServiceArn);
        var kept = (Live.Tags ?? []).Where(tag => request.Tags!.All(changed => changed.Key != tag.Key));
        Live.Tags = [.. kept, .. request.Tags!];
        return new TagResourceResponse();
    });

    public override Task<ListTasksResponse> ListTasksAsync(ListTasksRequest request, CancellationToken cancellationToken = default) =>
        Answer(request, () =>
        {
            var tasks = request.DesiredStatus == DesiredStatus.STOPPED ? StoppedTasks : RunningTasks;
            return new ListTasksResponse { TaskArns = [.. tasks.Select(task => task.TaskArn!)] };
        });

    public override Task<DescribeTasksResponse> DescribeTasksAsync(DescribeTasksRequest request, CancellationToken cancellationToken = default) =>
        Answer(
            request, () => new DescribeTasksResponse { Tasks = [.. StoppedTasks.Concat(RunningTasks).Where(task => request.Tasks!.Contains(task.TaskArn!))] });

    public override Task<ListServiceDeploymentsResponse> ListServiceDeploymentsAsync(
        ListServiceDeploymentsRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
        new ListServiceDeploymentsResponse
        {
            ServiceDeployments = [.. Completed.Select((_, index) => new ServiceDeploymentBrief
            {
                TargetServiceRevisionArn = $"revision/{index}",
                Status = index == Completed.Count - 1 ? LatestStatus : ServiceDeploymentStatus.SUCCESSFUL,
                CreatedAt = DateTime.UnixEpoch.AddMinutes(index),
                FinishedAt = DateTime.UnixEpoch.AddMinutes(index + 1),
            })],
        });

    public override Task<DescribeServiceRevisionsResponse> DescribeServiceRevisionsAsync(
        DescribeServiceRevisionsRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
        new DescribeServiceRevisionsResponse
        {
            ServiceRevisions = [.. Completed.Select((arn, index) => new ServiceRevision { ServiceRevisionArn = $"revision/{index}", TaskDefinition = arn })
                .Where(revision => request.ServiceRevisionArns!.Contains(revision.ServiceRevisionArn!))],
        });

    public override Task<ListTaskDefinitionsResponse> ListTaskDefinitionsAsync(
        ListTaskDefinitionsRequest request, CancellationToken cancellationToken = default) => Answer(request, () =>
    {
        var page = int.Parse(request.NextToken ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var arns = Revisions
            .Where(revision => revision.Family!.StartsWith(request.FamilyPrefix!, StringComparison.Ordinal) && revision.Status == request.Status)
            .Select(revision => revision.TaskDefinitionArn!)
            .ToList();
        var next = arns.Count > (page + 1) * 2 ? $"{page + 1}" : null;
        return new ListTaskDefinitionsResponse { TaskDefinitionArns = [.. arns.Skip(page * 2).Take(2)], NextToken = next };
    });

    public override Task<ListContainerInstancesResponse> ListContainerInstancesAsync(
        ListContainerInstancesRequest request, CancellationToken cancellationToken = default) =>
        Answer(request, () => new ListContainerInstancesResponse { ContainerInstanceArns = [.. Instances.Select(instance => instance.ContainerInstanceArn!)] });

    public override Task<DescribeContainerInstancesResponse> DescribeContainerInstancesAsync(
        DescribeContainerInstancesRequest request, CancellationToken cancellationToken = default) =>
        Answer(request, () => new DescribeContainerInstancesResponse { ContainerInstances = [.. Instances] });

    public static T Refusal<T>(string message)
        where T : AmazonECSException =>
        (T)Activator.CreateInstance(typeof(T), message, null, ErrorType.Sender, typeof(T).Name, "request", System.Net.HttpStatusCode.BadRequest)!;

    public static AmazonECSException Throttled =>
        new("Rate exceeded", null, ErrorType.Sender, "ThrottlingException", "request", System.Net.HttpStatusCode.BadRequest);

    private void Begin()
    {
        timeline.AddRange(planned.Select(entry => (time.GetUtcNow() + entry.After, entry.Change)));
        planned.Clear();
    }

    private Task<T> Answer<T>(AmazonECSRequest request, Func<T> answer)
    {
        Requests.Add(request);
        Before(request);
        var response = answer();
        After(request);
        return System.Threading.Tasks.Task.FromResult(response);
    }

    // What a test changes later must not change what was answered before.
    private Service Snapshot()
    {
        var copy = Copy.Of(Live!);
        copy.Deployments = [.. Live!.Deployments!.Select(Copy.Of)];
        copy.Events = [.. Live.Events!];
        return copy;
    }
}
