using TickStack.Build.Settings;
using TickStack.Failures;

namespace TickStack.Build.Tests.Settings;

public class EnvironmentDocumentTests
{
    [Fact]
    public void Three_errors_in_one_file_are_reported_together_each_with_its_place()
    {
        var problems = ProblemsOf("""
            {
              "cloud": "aws",
              "account": "21098765432",
              "region": "eu-west-1",
              "name": "tick",
              "stateBuket": "tick-state",
              "stateBucket": "tick-state",
              "images": { "architecture": "x86_64", "backupBucket": "tick-backups", "logsBucket": "tick-logs" },
              "infrastructure": { "instanceType": "r5.large", "dataVolumeSize": "100", "publicDomain": "tick.example.com", "logRetentionDays": 30 }
            }
            """);

        problems.Select(problem => problem.ToString().ReplaceLineEndings("\n")).ShouldBe(
        [
            "build/environments/staging.json:3:14: account: must be twelve digits in quotes, but is '21098765432'",
            "build/environments/staging.json:6:3: stateBuket is not a known key\n  → did you mean 'stateBucket'?",
            "build/environments/staging.json:9:69: infrastructure.dataVolumeSize: must be a whole number from 1 to 16384, but is '100'",
        ]);
    }

    [Theory]
    [InlineData("\"aws\"", "\"amazon\"", "cloud: 'amazon' is not one of sandbox, aws")]
    [InlineData("\"aws\"", "\"sandbx\"", "did you mean 'sandbox'?")]
    [InlineData("\"210987654321\"", "210987654321", "account: must be text in double quotes")]
    [InlineData("\"eu-west-1\"", "\"Ireland\"", "region: must be an AWS region such as eu-west-1")]
    [InlineData("\"tick\"", "\"Tick\"", "name: must be 2 to 21 lower-case letters")]
    [InlineData("\"tick\"", "\"a-name-that-is-too-long\"", "name: must be 2 to 21 lower-case letters")]
    [InlineData("\"x86_64\"", "\"amd64\"", "images.architecture: 'amd64' is not one of x86_64, arm64")]
    [InlineData("\"x86_64\"", "\"arm64\"", "images.architecture is arm64, but a r5.large is x86_64")]
    [InlineData("\"r5.large\"", "\"m7g.large\"", "images.architecture is x86_64, but a m7g.large is arm64")]
    [InlineData("\"r5.large\"", "\"r5\"", "infrastructure.instanceType: must be an EC2 instance type")]
    [InlineData("100", "0", "infrastructure.dataVolumeSize: must be a whole number from 1 to 16384")]
    [InlineData("\"tick.example.com\"", "\"localhost\"", "infrastructure.publicDomain: must be a domain")]
    [InlineData("30 }", "31 }", "infrastructure.logRetentionDays: must be one of 1, 3, 5")]
    [InlineData("30 }", "30, \"vpcId\": \"default\" }", "infrastructure.vpcId: must be the id of a VPC")]
    [InlineData("30 }", "30, \"subnetIds\": \"subnet-0a1b2c3d\" }", "infrastructure.subnetIds: must be a list")]
    [InlineData("30 }", "30, \"subnetIds\": [\"subnet-0a1b2c3d\", \"public\"] }", "infrastructure.subnetIds[1]: must be the id of a subnet")]
    [InlineData("30 }", "30, \"imageId\": \"amazon-linux\" }", "infrastructure.imageId: must be the id of a machine image")]
    [InlineData("30 }", "30, \"privateNamespace\": \"-monitoring\" }", "infrastructure.privateNamespace: must be a DNS name")]
    [InlineData("30 }", "30, \"availabilityZone\": \"us-east-1a\" }", "infrastructure.availabilityZone: must be a zone of the region, such as eu-west-1a")]
    [InlineData("30 }", "30, \"tags\": { \"aws:owner\": \"x\" } }", "infrastructure.tags: 'aws:owner' = 'x' is no tag")]
    [InlineData("30 }", "30, \"tags\": { \"team\": \"a,b\" } }", "both take letters, digits, blanks and + - = . _ : / @")]
    [InlineData("30 }", "30,\n \"tags\": {\n \"a,b\": \"x\" } }", ".json:10:9: infrastructure.tags: 'a,b' = 'x' is no tag")]
    [InlineData("30 }", "30, \"tags\": { \"cost*center\": \"x\" } }", "infrastructure.tags: 'cost*center' = 'x' is no tag")]
    [InlineData("30 }", "30, \"tags\": { \"team\": \"a\\tb\" } }", "is no tag that AWS accepts")]
    [InlineData("30 }", "30, \"tags\": { \"Backup\": \"no\" } }", "infrastructure.tags: 'Backup' is a tag that the stack itself sets")]
    [InlineData("30 }", "30, \"tags\": { \"tickstack:formatted\": \"no\" } }",
        "infrastructure.tags: 'tickstack:formatted' is a tag that the stack itself sets")]
    [InlineData("\"10m\"", "\"10 minutes\"", "rollout.timeout: must be a duration from 1s to 24h")]
    [InlineData("\"10m\"", "\"25h\"", "rollout.timeout: must be a duration from 1s to 24h")]
    [InlineData("\"timeout\"", "\"timout\"", "did you mean 'timeout'?")]
    [InlineData("\"tick-logs\" }", "\"tick-logs\", \"baseImages\": { \"telegraph\": \"x:1\" } }", "did you mean 'telegraf'?")]
    [InlineData("\"tick-logs\" }", "\"tick-logs\", \"baseImages\": { \"telegraf\": \"a b\" } }", "images.baseImages.telegraf: must be an image reference")]
    public void What_is_wrong_is_named(string valid, string wrong, string expected) =>
        ProblemsOf(EnvironmentFolder.Valid.Replace(valid, wrong, StringComparison.Ordinal)).ShouldHaveSingleItem().ToString().ShouldContain(expected);

    [Fact]
    public void Everything_that_is_missing_is_named()
    {
        var problems = ProblemsOf("{}");

        problems.Select(problem => problem.Message).ShouldBe(
            ["cloud is missing", "account is missing", "region is missing", "name is missing", "stateBucket is missing", "images is missing",
                "infrastructure is missing"],
            ignoreOrder: true);
    }

    [Fact]
    public void The_placeholder_of_production_is_named_wherever_it_stands()
    {
        var problems = ProblemsOf(EnvironmentFolder.Valid
            .Replace("210987654321", StackSettings.PlaceholderAccount, StringComparison.Ordinal)
            .Replace("tick-logs", $"tick-logs-{StackSettings.PlaceholderAccount}", StringComparison.Ordinal));

        problems.Count.ShouldBe(2);
        problems.ShouldAllBe(problem => problem.Message.Contains("placeholder account") && problem.Remedy!.Contains("your own AWS account"));
    }

    [Fact]
    public void Text_that_is_no_json_is_named_with_its_line() =>
        ProblemsOf("{\n  \"cloud\": aws\n}").ShouldHaveSingleItem().Location!.Line.ShouldBe(2);

    [Fact]
    public void The_rollout_may_be_left_out()
    {
        using var folder = new EnvironmentFolder(EnvironmentFolder.Valid.Replace(""","rollout": { "timeout": "10m" }""", "", StringComparison.Ordinal));

        folder.Read("--environment=staging").Rollout.Timeout.ShouldBe(TimeSpan.FromMinutes(10));
    }

    private static IReadOnlyList<Problem> ProblemsOf(string text)
    {
        using var folder = new EnvironmentFolder(text);
        var failure = Should.Throw<FailureException>(() => folder.Read("--environment=staging"));
        failure.ExitCode.ShouldBe(ExitCode.InvalidInput);
        return failure.Problems;
    }
}
