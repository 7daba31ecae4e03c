namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What ECS says of a service.</summary>
public sealed record ServiceState(int Revision, string DeploymentId)
{
    public static async Task<IReadOnlyDictionary<string, ServiceState>> ReadAsync(string emulator)
    {
        var answer = await EmulatorCall.SendAsync(emulator, "ecs", "AmazonEC2ContainerServiceV20141113.DescribeServices",
            """{ "cluster": "tick-sandbox", "services": ["tick-sandbox-influxdb", "tick-sandbox-tick"] }""");
        return answer["services"]!.AsArray().ToDictionary(
            service => (string)service!["serviceName"]!,
            service => new ServiceState(
                int.Parse(((string)service!["taskDefinition"]!).Split(':').Last(), System.Globalization.CultureInfo.InvariantCulture),
                (string)service["deployments"]!.AsArray().Single(deployment => (string)deployment!["status"]! == "PRIMARY")!["id"]!));
    }
}
