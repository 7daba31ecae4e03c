using System.Text.Json;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using static TickStack.Compat.Tests.Aws.ScriptedServer;

namespace TickStack.Compat.Tests.Aws;

public class SecretsWireTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_described_by_name_and_by_ARN()
    {
        using var secrets = moto.Secrets();
        var (name, arn) = await SecretAsync();
        var described = await secrets.DescribeSecretAsync(new() { SecretId = name }, Cancel);

        described.ARN.ShouldBe(arn);
        described.Tags!.ShouldHaveSingleItem().Key.ShouldBe("Stack");
        described.VersionIdsToStages!.ShouldHaveSingleItem().Value.ShouldBe(["AWSCURRENT"]);
        described.CreatedDate!.Value.ShouldBe(DateTime.UtcNow, TimeSpan.FromHours(1));
        described.DeletedDate.ShouldBeNull();
        (await secrets.DescribeSecretAsync(new() { SecretId = arn }, Cancel)).Name.ShouldBe(name);
    }

    [Fact]
    public async Task A_secret_that_waits_for_its_deletion_says_since_when()
    {
        using var secrets = moto.Secrets();
        var (name, _) = await SecretAsync();
        await moto.PostAsync("secretsmanager", "secretsmanager.DeleteSecret", $$"""{"SecretId":"{{name}}"}""");

        (await secrets.DescribeSecretAsync(new() { SecretId = name }, Cancel)).DeletedDate.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_missing_secret_is_an_exception_of_its_own()
    {
        using var secrets = moto.Secrets();

        await Should.ThrowAsync<ResourceNotFoundException>(() => secrets.DescribeSecretAsync(new() { SecretId = "nowhere" }, Cancel));
    }

    [Fact]
    public async Task Members_are_spelled_as_they_stand()
    {
        using var server = new ScriptedServer(Reply.Ok("""
            {"ARN":"arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-b","ReplicationStatus":[{"Region":"eu-west-2","Status":"InSync"}],
             "RotationRules":{"AutomaticallyAfterDays":30}}
            """));
        using var secrets = Client(server);
        var described = await secrets.DescribeSecretAsync(new() { SecretId = "a" }, Cancel);

        var request = server.Requests.ShouldHaveSingleItem();
        request.Headers["X-Amz-Target"].ShouldBe("secretsmanager.DescribeSecret");
        request.Headers["Authorization"].ShouldContain("/eu-west-1/secretsmanager/aws4_request");
        request.Headers["User-Agent"].ShouldContain("api/Secrets_Manager");
        request.Body.ShouldBe("""{"SecretId":"a"}""");
        described.ARN.ShouldEndWith(":secret:a-b");
        described.ReplicationStatus!.ShouldHaveSingleItem().Status.ShouldBe(StatusType.InSync);
        described.RotationRules!.AutomaticallyAfterDays.ShouldBe(30);
    }

    [Fact]
    public async Task An_error_whose_code_has_no_suffix_is_the_class_that_has_one()
    {
        using var server = new ScriptedServer(Reply.Error("InternalServiceError"));
        using var secrets = Client(server);
        var exception = await Should.ThrowAsync<InternalServiceErrorException>(() => secrets.DescribeSecretAsync(new() { SecretId = "a" }, Cancel));

        exception.ErrorCode.ShouldBe("InternalServiceError");
    }

    private static AmazonSecretsManagerClient Client(ScriptedServer server) =>
        new(MotoServer.Credentials, new AmazonSecretsManagerConfig { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1" });

    private async Task<(string Name, string Arn)> SecretAsync()
    {
        var name = $"secret-{Guid.NewGuid():N}";
        var created = await moto.PostAsync("secretsmanager", "secretsmanager.CreateSecret",
            $$"""{"Name":"{{name}}","SecretString":"s","ClientRequestToken":"{{Guid.NewGuid()}}","Tags":[{"Key":"Stack","Value":"tick"}]}""");
        return (name, JsonDocument.Parse(created).RootElement.GetProperty("ARN").GetString()!);
    }
}
