using System.Net;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Emulator;

[Trait("Category", "Sandbox")]
public sealed class EcsAccountSettingTests : IAsyncLifetime
{
    private const string Trunking = "awsvpcTrunking";

    private EmulatorProcess emulator = null!;

    public async ValueTask InitializeAsync() => emulator = await EmulatorProcess.StartAsync();

    public ValueTask DisposeAsync() => emulator.DisposeAsync();

    [Fact]
    public async Task Trunking_is_off_until_the_account_turns_it_on()
    {
        (await ListAsync(new { name = Trunking })).ShouldBeEmpty();
        Of(await ListAsync(new { name = Trunking, effectiveSettings = true })).ShouldBe((Trunking, "disabled", "arn:aws:iam::123456789012:root", "user"));

        await CallAsync("PutAccountSettingDefault", new { name = Trunking, value = "enabled" });

        Of(await ListAsync(new { name = Trunking, effectiveSettings = true })).ShouldBe((Trunking, "enabled", "arn:aws:iam::123456789012:root", "user"));
        Of(await ListAsync(new { name = Trunking })).Value.ShouldBe("enabled");
        (await ListAsync(new { name = Trunking, value = "disabled", effectiveSettings = true })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_setting_that_ECS_does_not_have_is_refused() =>
        (await emulator.CallAsync("ecs", "AmazonEC2ContainerServiceV20141113.ListAccountSettings", new { name = "trunks" })).Status.ShouldBe(
            HttpStatusCode.BadRequest);

    private static (string Name, string Value, string Principal, string Type) Of(JsonArray settings)
    {
        var setting = settings.ShouldHaveSingleItem()!;
        return ((string)setting["name"]!, (string)setting["value"]!, (string)setting["principalArn"]!, (string)setting["type"]!);
    }

    private async Task<JsonArray> ListAsync(object parameters) => (await CallAsync("ListAccountSettings", parameters))["settings"]!.AsArray();

    private async Task<JsonNode> CallAsync(string operation, object parameters)
    {
        var (status, body) = await emulator.CallAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{operation}", parameters);
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        return body;
    }
}
