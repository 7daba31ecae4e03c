using Amazon.EC2;
using Amazon.EC2.Model;

namespace TickStack.Build.Aws;

/// <summary>Network interfaces of instances: each task in awsvpc mode takes one.</summary>
public interface INetworkInterfaces
{
    /// <returns>How many more the instance can take; null when EC2 does not know the instance (any more).</returns>
    Task<int?> FreeAsync(string instanceId, CancellationToken cancellationToken);
}

/// <summary>EC2.</summary>
public sealed class Ec2NetworkInterfaces(IAmazonEC2 ec2) : INetworkInterfaces
{
    public Task<int?> FreeAsync(string instanceId, CancellationToken cancellationToken) =>
        AwsCall.FindAsync(
            $"asking for the network interfaces of {instanceId}",
            exception => exception is AmazonEC2Exception { ErrorCode: "InvalidInstanceID.NotFound" },
            async () => await InstanceAsync(instanceId, cancellationToken) is { } instance
                ? await LimitAsync(instance.InstanceType, cancellationToken) - instance.NetworkInterfaces?.Count
                : null);

    private async Task<Instance?> InstanceAsync(string id, CancellationToken cancellationToken)
    {
        var found = await ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [id] }, cancellationToken);
        return found.Reservations?.SelectMany(reservation => reservation.Instances ?? []).FirstOrDefault();
    }

    private async Task<int?> LimitAsync(InstanceType type, CancellationToken cancellationToken)
    {
        var found = await ec2.DescribeInstanceTypesAsync(new DescribeInstanceTypesRequest { InstanceTypes = [type.Value] }, cancellationToken);
        return found.InstanceTypes?.FirstOrDefault()?.NetworkInfo?.MaximumNetworkInterfaces;
    }
}
