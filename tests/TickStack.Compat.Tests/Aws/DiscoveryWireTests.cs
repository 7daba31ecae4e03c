using System.Text.Json;
using Amazon.ServiceDiscovery;
using Amazon.ServiceDiscovery.Model;
using static TickStack.Compat.Tests.Aws.ScriptedServer;

namespace TickStack.Compat.Tests.Aws;

public class DiscoveryWireTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_tells_its_name_and_its_records()
    {
        using var discovery = moto.Discovery();
        var id = await ServiceAsync();
        var service = (await discovery.GetServiceAsync(new() { Id = id }, Cancel)).Service!;

        service.Id.ShouldBe(id);
        service.Arn.ShouldEndWith($":service/{id}");
        service.Name.ShouldBe("influxdb");
        service.DnsConfig!.RoutingPolicy.ShouldBe(RoutingPolicy.MULTIVALUE);
        var record = service.DnsConfig.DnsRecords!.ShouldHaveSingleItem();
        record.Type.ShouldBe(RecordType.A);
        record.TTL.ShouldBe(10);
        service.HealthCheckCustomConfig!.FailureThreshold.ShouldBe(1);
        service.CreateDate!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task A_missing_service_is_the_class_that_has_the_suffix_which_its_code_lacks()
    {
        using var discovery = moto.Discovery();
        var exception = await Should.ThrowAsync<ServiceNotFoundException>(() => discovery.GetServiceAsync(new() { Id = "srv-nowhere" }, Cancel));

        exception.ErrorCode.ShouldBe("ServiceNotFound");
    }

    [Fact]
    public async Task Members_are_spelled_as_they_stand()
    {
        using var server = new ScriptedServer(
            Reply.Ok("""{"Service":{"Id":"srv-1","Type":"DNS","InstanceCount":2,"HealthCheckConfig":{"Type":"TCP","FailureThreshold":3}}}"""));
        using var discovery = new AmazonServiceDiscoveryClient(
            MotoServer.Credentials, new AmazonServiceDiscoveryConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });
        var service = (await discovery.GetServiceAsync(new() { Id = "srv-1" }, Cancel)).Service!;

        var request = server.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("Route53AutoNaming_v20170314.GetService");
        request.Headers["Authorization"].ShouldContain("/eu-west-1/servicediscovery/aws4_request");
        request.Headers["User-Agent"].ShouldContain("api/ServiceDiscovery");
        request.Body.ShouldBe("""{"Id":"srv-1"}""");
        service.Type.ShouldBe(ServiceType.DNS);
        service.InstanceCount.ShouldBe(2);
        service.HealthCheckConfig!.Type.ShouldBe(HealthCheckType.TCP);
    }

    private async Task<string> ServiceAsync()
    {
        var created = await moto.PostAsync("servicediscovery", "Route53AutoNaming_v20170314.CreateService", """
            {"Name":"influxdb","NamespaceId":"ns-1","CreatorRequestId":"r","Type":"DNS",
             "DnsConfig":{"RoutingPolicy":"MULTIVALUE","DnsRecords":[{"Type":"A","TTL":10}]},"HealthCheckCustomConfig":{"FailureThreshold":1}}
            """);
        return JsonDocument.Parse(created).RootElement.GetProperty("Service").GetProperty("Id").GetString()!;
    }
}
