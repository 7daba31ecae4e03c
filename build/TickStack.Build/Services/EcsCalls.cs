using System.Security.Cryptography;
using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Errors;

namespace TickStack.Build.Services;

/// <summary>The ECS operations of one deploy: counted, repeated where that is safe, failing as <see cref="FailureException"/>.</summary>
public sealed class EcsCalls(IAmazonECS ecs, TimeProvider time, Action<string> say)
{
    private readonly Dictionary<string, int> _made = [];

    /// <summary>Operation → requests sent, repetitions included.</summary>
    public IReadOnlyDictionary<string, int> Made => _made;

    /// <summary>Null when the cluster has never had the service; an INACTIVE one is found for a while.</summary>
    public async Task<Service?> FindServiceAsync(string cluster, string name, CancellationToken cancellationToken)
    {
        var request = new DescribeServicesRequest { Cluster = cluster, Services = [name] };
        var response = await SendAsync("DescribeServices", token => ecs.DescribeServicesAsync(request, token), cancellationToken);
        return response.Services?.FirstOrDefault();
    }

    /// <param name="name">"family" for its newest ACTIVE revision, "family:revision" or an ARN.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<TaskDefinition?> FindTaskDefinitionAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var request = new DescribeTaskDefinitionRequest { TaskDefinition = name };
            return (await SendAsync("DescribeTaskDefinition", token => ecs.DescribeTaskDefinitionAsync(request, token), cancellationToken)).TaskDefinition;
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
        await SendAsync("RegisterTaskDefinition", async token => (await ecs.RegisterTaskDefinitionAsync(request, token)).TaskDefinition!, cancellationToken, settle);

    /// <inheritdoc cref="RegisterAsync"/>
    public Task<Service> CreateServiceAsync(CreateServiceRequest request, Func<CancellationToken, Task<Service?>> settle, CancellationToken cancellationToken) =>
        SendAsync("CreateService", async token => (await ecs.CreateServiceAsync(request, token)).Service!, cancellationToken, settle);

    /// <inheritdoc cref="RegisterAsync"/>
    public Task<Service> UpdateServiceAsync(UpdateServiceRequest request, Func<CancellationToken, Task<Service?>> settle, CancellationToken cancellationToken) =>
        SendAsync("UpdateService", async token => (await ecs.UpdateServiceAsync(request, token)).Service!, cancellationToken, settle);

    public System.Threading.Tasks.Task DeregisterAsync(string arn, CancellationToken cancellationToken) =>
        SendAsync("DeregisterTaskDefinition", token => ecs.DeregisterTaskDefinitionAsync(new() { TaskDefinition = arn }, token), cancellationToken);

    /// <summary>Stopped tasks of a service, those that ECS still remembers (about an hour).</summary>
    public async Task<IReadOnlyList<Amazon.ECS.Model.Task>> StoppedTasksAsync(string cluster, string service, CancellationToken cancellationToken)
    {
        var list = new ListTasksRequest { Cluster = cluster, ServiceName = service, DesiredStatus = DesiredStatus.STOPPED, MaxResults = 100 };
        var arns = (await SendAsync("ListTasks", token => ecs.ListTasksAsync(list, token), cancellationToken)).TaskArns;
        if (arns is not { Count: > 0 })
        {
            return [];
        }

        var describe = new DescribeTasksRequest { Cluster = cluster, Tasks = arns };
        return (await SendAsync("DescribeTasks", token => ecs.DescribeTasksAsync(describe, token), cancellationToken)).Tasks ?? [];
    }

    private async Task<T> SendAsync<T>(
        string operation, Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken, Func<CancellationToken, Task<T?>>? settle = null)
        where T : class
    {
        for (var attempts = 1; ; attempts++)
        {
            try
            {
                _made[operation] = _made.GetValueOrDefault(operation) + 1;
                return await send(cancellationToken);
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
