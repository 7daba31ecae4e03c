using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TickStack.Failures;
using TickStack.Sandbox.Tests.EndToEnd;
using TickStack.Sandbox.Tests.Http;

namespace TickStack.Sandbox.Tests.Aws;

/// <summary>The host with an AWS configuration of its own, and a server on this machine in the place of every service.</summary>
[Trait("Category", "Process")]
public sealed class CredentialsTests : IDisposable
{
    private const string Account = "111122223333";
    private const string Secret = "hunter2";
    private const string Portal = "/federation/credentials";
    private const string SignIn = "/token";

    private const string Profiles = $"""
        [profile sso]
        sso_session = company
        sso_account_id = {Account}
        sso_role_name = Admin
        [sso-session company]
        sso_start_url = https://company.example.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access
        [profile session-missing]
        sso_session = none
        sso_account_id = {Account}
        sso_role_name = Admin
        [profile process]
        credential_process = /bin/sh -c "echo {Secret}; echo {Secret} >&2; exit 3"
        [profile process-missing]
        credential_process = /no/such/program
        [profile process-silent]
        credential_process = /bin/echo {Secret}
        [profile source-missing]
        role_arn = arn:aws:iam::{Account}:role/deploy
        source_profile = none
        [profile second-factor]
        role_arn = arn:aws:iam::{Account}:role/deploy
        source_profile = keys
        mfa_serial = arn:aws:iam::{Account}:mfa/ada
        [profile keys]
        aws_access_key_id = key
        aws_secret_access_key = {Secret}
        [profile half]
        aws_access_key_id = key
        """;

    private readonly EmulatorProxy aws = new("http://127.0.0.1:9") { Rule = AnswerAsync };
    private readonly StackTree tree = new();

    public CredentialsTests()
    {
        tree.Replace("build/environments/production.json", "000000000000", Account);
        File.WriteAllText(tree.PathOf("config"), Profiles);
        tree.With("HOME", tree.Root).With("AWS_CONFIG_FILE", tree.PathOf("config")).With("AWS_SHARED_CREDENTIALS_FILE", tree.PathOf("none"));
        tree.With("AWS_ACCESS_KEY_ID", null).With("AWS_SECRET_ACCESS_KEY", null).With("AWS_SESSION_TOKEN", null);
        tree.With("AWS_ENDPOINT_URL", aws.Url).With("AWS_EC2_METADATA_DISABLED", "true").With("AWS_MAX_ATTEMPTS", "1");
    }

    public void Dispose()
    {
        tree.Dispose();
        aws.Dispose();
    }

    [Fact]
    public async Task A_profile_that_signs_in_by_SSO_gets_its_credentials_with_the_kept_sign_in()
    {
        KeepSignIn(expires: DateTime.UtcNow.AddHours(1));

        var run = await tree.With("AWS_PROFILE", "sso").RunAsync("--target=Doctor", "--environment=production");

        run.Output.ShouldContain($"the credentials are of account {Account}");
        aws.Operations.ShouldContain(operation => operation.StartsWith(Portal, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_in_that_has_expired_is_renewed_where_it_can_be()
    {
        KeepSignIn(expires: DateTime.UtcNow.AddHours(-1), refresh: Secret);

        var run = await tree.With("AWS_PROFILE", "sso").RunAsync("--target=Doctor", "--environment=production");

        run.Output.ShouldContain($"the credentials are of account {Account}");
        aws.Operations.ShouldContain(SignIn);
    }

    [Fact]
    public async Task A_sign_in_that_has_expired_says_how_to_sign_in()
    {
        KeepSignIn(expires: DateTime.UtcNow.AddHours(-1));

        (await FailureAsync("sso")).ShouldContain("→ Sign in: aws sso login --profile sso");
    }

    [Fact]
    public async Task A_sign_in_that_AWS_refuses_says_how_to_sign_in()
    {
        KeepSignIn(expires: DateTime.UtcNow.AddHours(1));
        aws.Rule = (_, _) => Task.FromResult(Answer.Error("UnauthorizedException", "Session token not found or invalid", status: 401));

        var output = await FailureAsync("sso");

        output.ShouldContain("Session token not found or invalid");
        output.ShouldContain("→ Sign in: aws sso login --profile sso");
    }

    [Theory]
    [InlineData("sso", "[sso] is an SSO profile, and there is no valid sign-in", "aws sso login --profile sso")]
    [InlineData("session-missing", "Failed to find sso_session [none]", "AWS_CONFIG_FILE")]
    [InlineData("process", "exit value 3; what it printed is not shown", "Run the credential_process of profile process by hand")]
    [InlineData("process-missing", "exit value 127", "Run the credential_process of profile process-missing by hand")]
    [InlineData("process-silent", "malformed JSON", "Run the credential_process of profile process-silent by hand")]
    [InlineData("source-missing", "source profile [none]", "Mend profile source-missing")]
    [InlineData("second-factor", "requires an MFA", "Mend profile second-factor")]
    [InlineData("half", "[half] is not valid", "Mend profile half")]
    [InlineData("mistyped", "Unable to find the \"mistyped\" profile", "aws configure list-profiles")]
    [InlineData(null, "Unable to find the \"default\" profile", "Set AWS_PROFILE")]
    public async Task A_profile_without_credentials_is_something_missing_with_a_remedy(string? profile, string reason, string remedy)
    {
        var output = await FailureAsync(profile);

        output.ShouldContain(reason);
        output.ShouldContain(remedy);
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_names_the_line_without_what_it_holds()
    {
        await File.WriteAllTextAsync(tree.PathOf("config"), $"[default]\naws_secret_access_key {Secret}\n", TestContext.Current.CancellationToken);

        (await FailureAsync(null)).ShouldContain($"Line 2 in file {tree.PathOf("config")}");
        (await FailureAsync("default")).ShouldContain($"Line 2 in file {tree.PathOf("config")}");
    }

    [Fact]
    public async Task An_unreadable_configuration_is_no_bug_where_the_environment_has_the_keys()
    {
        await File.WriteAllTextAsync(tree.PathOf("config"), $"aws_secret_access_key {Secret}\n", TestContext.Current.CancellationToken);
        tree.With("AWS_ACCESS_KEY_ID", "key").With("AWS_SECRET_ACCESS_KEY", Secret);

        (await FailureAsync(null, "The AWS client could not send anything for")).ShouldContain($"Line 1 in file {tree.PathOf("config")}");
    }

    [Fact]
    public async Task A_web_identity_whose_file_is_missing_names_the_file()
    {
        tree.With("AWS_WEB_IDENTITY_TOKEN_FILE", tree.PathOf("token")).With("AWS_ROLE_ARN", $"arn:aws:iam::{Account}:role/deploy")
            .With("AWS_ROLE_SESSION_NAME", "deploy");

        var output = await FailureAsync(null);

        output.ShouldContain(tree.PathOf("token"));
        output.ShouldContain("→ AWS_WEB_IDENTITY_TOKEN_FILE has to name a file");
    }

    [Fact]
    public async Task A_metadata_service_that_does_not_answer_is_one_of_the_places_that_were_tried()
    {
        tree.With("AWS_EC2_METADATA_DISABLED", "false").With("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9");

        (await FailureAsync(null)).ShouldContain("EC2");
    }

    private static Task<Answer> AnswerAsync(ReceivedCall call, Func<Task<Answer>> forward) => Task.FromResult(call.Operation switch
    {
        _ when call.Operation.StartsWith(Portal, StringComparison.Ordinal) => Answer.Ok(JsonSerializer.Serialize(new
        {
            roleCredentials = new
            {
                accessKeyId = "key",
                secretAccessKey = Secret,
                sessionToken = Secret,
                expiration = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds(),
            },
        })),
        SignIn => Answer.Ok(JsonSerializer.Serialize(new { accessToken = Secret, tokenType = "Bearer", expiresIn = 3600 })),
        _ => Answer.Ok(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
            + $"<GetCallerIdentityResult><Account>{Account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"),
    });

    // As "aws sso login" leaves it behind: named by the SHA-1 of the session's name.
    private void KeepSignIn(DateTime expires, string? refresh = null)
    {
#pragma warning disable CA5350 // Not for security: it is the file's name.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes("company")));
#pragma warning restore CA5350
        var folder = Directory.CreateDirectory(tree.PathOf(".aws/sso/cache")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{name}.json"), JsonSerializer.Serialize(new
        {
            startUrl = "https://company.example.com/start",
            region = "eu-west-1",
            accessToken = Secret,
            expiresAt = expires,
            clientId = "client",
            clientSecret = Secret,
            registrationExpiresAt = DateTime.UtcNow.AddDays(30),
            refreshToken = refresh,
        }));
    }

    private async Task<string> FailureAsync(string? profile, string heading = "There are no AWS credentials for")
    {
        var run = await tree.With("AWS_PROFILE", profile).RunAsync("--target=Plan-Infrastructure", "--environment=production");

        run.ShouldEndWith((int)ExitCode.Unavailable);
        run.Output.ShouldContain(heading);
        run.Output.ShouldNotContain(Secret);
        run.Output.ShouldNotContain("   at Amazon.");
        return run.Output;
    }
}
