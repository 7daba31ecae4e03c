using TickStack.Build.Processes;
using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public class BaseImageProbeTests
{
    [Theory]
    [InlineData("Get \"https://registry-1.docker.io/v2/\": dial tcp: lookup registry-1.docker.io on 10.0.0.2:53: no such host")]
    [InlineData("dial tcp 34.0.0.1:443: connect: connection refused")]
    [InlineData("dial tcp 34.0.0.1:443: i/o timeout")]
    [InlineData("net/http: TLS handshake timeout")]
    [InlineData("context deadline exceeded (Client.Timeout exceeded while awaiting headers)")]
    [InlineData("x509: certificate signed by unknown authority")]
    public void What_the_network_says_means_out_of_reach(string error) => BaseImageProbe.IsOutOfReach(new CommandResult(1, "", error)).ShouldBeTrue();

    [Theory]
    [InlineData("no such manifest: docker.io/library/influxdb:1.99.9")]
    [InlineData("toomanyrequests: You have reached your pull rate limit")]
    [InlineData("denied: requested access to the resource is denied")]
    public void A_refusal_means_in_reach(string error) => BaseImageProbe.IsOutOfReach(new CommandResult(1, "", error)).ShouldBeFalse();

    [Fact]
    public void Silence_means_out_of_reach() => BaseImageProbe.IsOutOfReach(new CommandResult(CommandResult.TimedOut, "", "")).ShouldBeTrue();

    [Fact]
    public void A_manifest_means_in_reach() => BaseImageProbe.IsOutOfReach(new CommandResult(0, "{}", "")).ShouldBeFalse();
}
