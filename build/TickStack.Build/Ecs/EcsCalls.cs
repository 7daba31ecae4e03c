using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;

namespace TickStack.Build.Ecs;

/// <summary>The ECS operations of one deploy: counted, repeated where that is safe, failing as <see cref="FailureException"/>.</summary>
public sealed class EcsCalls(IAmazonECS ecs, TimeProvider time, Action<string> say)
{
    private readonly Dictionary<string, int> made = [];

    /// <summary>Operation → requests sent, repetitions included.</summary>
    public IReadOnlyDictionary<string, int> Made => made;

    /// <summary>With its tags. Null when the cluster has never had the service; an INACTIVE one is found for a while.</summary>
    public async Task<Service?> FindServiceAsync(string cluster, string name, CancellationToken cancellationToken)
    {
        var request = new DescribeServicesRequest { Cluster = cluster, Services = [name], Include = [ServiceField.TAGS] };
        var response = await SendAsync("DescribeServices", (ecs, token) => ecs.DescribeServicesAsync(request, token), cancellationToken);
        return response.Services?.FirstOrDefault();
    }

    /// <param name="name">"family" for its newest ACTIVE revision, "family:revision" or an ARN.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<TaskDefinition?> FindTaskDefinitionAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeTaskDefinitionRequest { TaskDefinition = name };
            return (await SendAsync(
                "DescribeTaskDefinition", (ecs, token) => ecs.DescribeTaskDefinitionAsync(request, token), cancellationToken)).TaskDefinition;
        }
        catch (FailureException failure) when (failure.InnerException is ClientException)
        {
            // "Unable to describe task definition": ECS has no better word for one that does not exist.
            return null;
        }
    }

    /// <param name="settle">Finds out whether a request without an answer was carried out: its result, or null.</param>
    public async Task<TaskDefinition> RegisterAsync(
        RegisterTaskDefinitionRequest request, Func<CancellationToken, Task<TaskDefinition?>> settle, CancellationToken cancellationToken) =>
        await SendAsync(
            "RegisterTaskDefinition", async (ecs, token) => (await ecs.RegisterTaskDefinitionAsync(request, token)).TaskDefinition!, cancellationToken, settle);

    /// <inheritdoc cref="RegisterAsync"/>
    public Task<Service> CreateServiceAsync(
        CreateServiceRequest request, Func<CancellationToken, Task<Service?>> settle, CancellationToken cancellationToken) =>
        SendAsync("CreateService", async (ecs, token) => (await ecs.CreateServiceAsync(request, token)).Service!, cancellationToken, settle);

    /// <inheritdoc cref="RegisterAsync"/>
    public Task<Service> UpdateServiceAsync(
        UpdateServiceRequest request, Func<CancellationToken, Task<Service?>> settle, CancellationToken cancellationToken) =>
        SendAsync("UpdateService", async (ecs, token) => (await ecs.UpdateServiceAsync(request, token)).Service!, cancellationToken, settle);

    /// <summary>Its tasks have ended. Nothing is forced, so ECS refuses while one is wanted.</summary>
    public async System.Threading.Tasks.Task DeleteServiceAsync(string cluster, string name, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync("DeleteService", (ecs, token) => ecs.DeleteServiceAsync(new() { Cluster = cluster, Service = name }, token), cancellationToken);
        }
        catch (FailureException failure) when (failure.InnerException is ServiceNotFoundException or ServiceNotActiveException)
        {
            // Deleted in between, perhaps by this very call whose first answer was lost.
        }
    }

    public System.Threading.Tasks.Task DeregisterAsync(string arn, CancellationToken cancellationToken) =>
        SendAsync("DeregisterTaskDefinition", (ecs, token) => ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = arn }, token), cancellationToken);

    public async Task<List<Tag>> TagsAsync(string arn, CancellationToken cancellationToken) =>
        (await SendAsync("ListTagsForResource", (ecs, token) => ecs.ListTagsForResourceAsync(new() { ResourceArn = arn }, token), cancellationToken)).Tags
            ?? [];

    public System.Threading.Tasks.Task TagAsync(string arn, List<Tag> tags, CancellationToken cancellationToken) =>
        SendAsync("TagResource", (ecs, token) => ecs.TagResourceAsync(new() { ResourceArn = arn, Tags = tags }, token), cancellationToken);

    /// <summary>Counted, and repeated while ECS throttles or does not answer.</summary>
    /// <param name="settle">For a request that must not be carried out twice: finds out whether it was.</param>
    internal async Task<T> SendAsync<T>(
        string operation, Func<IAmazonECS, CancellationToken, Task<T>> send, CancellationToken cancellationToken,
        Func<CancellationToken, Task<T?>>? settle = null)
        where T : class
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                made[operation] = made.GetValueOrDefault(operation) + 1;
                return await send(ecs, cancellationToken);
            }
            catch (Exception exception) when (EcsErrors.IsExpected(exception) && !cancellationToken.IsCancellationRequested)
            {
                var answer = EcsErrors.AnswerOf(exception);
                if (!EcsRetries.Again(answer, attempts))
                {
                    throw EcsErrors.Failure(operation, exception);
                }

                await WaitAsync(operation, answer, attempts, cancellationToken);
                if (answer is EcsAnswer.Unknown && settle is not null && await settle(cancellationToken) is { } result)
                {
                    return result;
                }
            }
        }
    }

    private async System.Threading.Tasks.Task WaitAsync(string operation, EcsAnswer answer, int attempts, CancellationToken cancellationToken)
    {
        var delay = EcsRetries.Delay(attempts, RandomNumberGenerator.GetInt32(1001) / 1000d);
        say($"{operation}: {(answer is EcsAnswer.Throttled ? "ECS throttles requests" : "no answer from ECS")}; again in {delay.TotalSeconds:0.0} s");
        await System.Threading.Tasks.Task.Delay(delay, time, cancellationToken);
    }
}

/// <summary>ECS clients whose every repetition is <see cref="EcsCalls"/>' own: a request that was perhaps carried out must not be
/// sent again unseen, or a dropped connection registers a revision twice.</summary>
public static class EcsClients
{
    /// <summary>Region, credentials and endpoint come from the process's environment.</summary>
    public static IAmazonECS Create() => new AmazonECSClient(Configure(new AmazonECSConfig()));

    public static AmazonECSConfig Configure(AmazonECSConfig config)
    {
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        config.HttpClientFactory = new UnrepeatedHttp();
        return config;
    }

    // Newer releases of the SDK wrap their HttpClient in one more repetition.
    private sealed class UnrepeatedHttp : HttpClientFactory
    {
        private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, AllowAutoRedirect = false }, disposeHandler: true) { Timeout = RequestTimeout };
    }
}
