using System.Text.Json;
using System.Text.RegularExpressions;
using TickStack.Sandbox.Tests.Bootstrap;

namespace TickStack.Sandbox.Tests.Terraform;

/// <summary>
/// Who may do what, as AWS gets it from Terraform, beside what was reviewed: Policies/*.approved.txt. Identifiers that every apply
/// makes anew stand there as VOLUME, KEY and SUFFIX.
/// </summary>
[Collection(nameof(AppliedClusterTests))]
[Trait("Category", "Sandbox")]
public sealed partial class RolePolicyTests(AppliedCluster cluster)
{
    /// <summary>What AWS lets nobody narrow down by resource, by its service authorization reference, and who needs it.</summary>
    private static readonly Dictionary<string, string> OnEverything = new()
    {
        ["ecr:GetAuthorizationToken"] = "a login is for the whole registry",
        ["ecs:DiscoverPollEndpoint"] = "the agent finds its endpoint before it has a cluster",
        ["ec2:DescribeInstances"] = "descriptions know no resource",
        ["ec2:DescribeSnapshots"] = "descriptions know no resource",
        ["ec2:DescribeVolumes"] = "descriptions know no resource",
        ["cloudwatch:GetMetricData"] = "metrics are no resources",
        ["cloudwatch:ListMetrics"] = "metrics are no resources",
        ["logs:DescribeLogGroups"] = "ECS Exec asks for all groups",
        ["ssmmessages:CreateControlChannel"] = "channels are no resources",
        ["ssmmessages:CreateDataChannel"] = "channels are no resources",
        ["ssmmessages:OpenControlChannel"] = "channels are no resources",
        ["ssmmessages:OpenDataChannel"] = "channels are no resources",
    };

    private static readonly string Approved = Path.Combine(BootstrapTree.RepositoryRoot(), "tests", "TickStack.Sandbox.Tests", "Terraform", "Policies");

    [Fact]
    public void Every_statement_of_every_role_is_as_approved()
    {
        var rendered = Roles().ToDictionary(role => role.Key, role => Text(role.Value));
        rendered["key"] = Stable(PolicyText.Of("policy", Only("aws_kms_key", "policy")));
        rendered["alerts"] = Stable(PolicyText.Of("policy", Only("aws_sns_topic_policy", "policy")));

        var approved = Directory.EnumerateFiles(Approved, "*.approved.txt").Select(file => Path.GetFileName(file).Split('.')[0]);
        rendered.Keys.Order().ShouldBe(approved.Order(), "every role and no other has its file");
        foreach (var (name, text) in rendered)
        {
            text.ShouldBe(File.ReadAllText(Path.Combine(Approved, $"{name}.approved.txt")), name);
        }
    }

    [Fact]
    public void No_role_has_a_policy_but_those_that_are_written_here()
    {
        cluster.ResourcesOf("aws_iam_role_policy_attachment").ShouldBeEmpty();
        cluster.ResourcesOf("aws_iam_policy").ShouldBeEmpty();
        cluster.ResourcesOf("aws_iam_role").SelectMany(role => role.GetProperty("managed_policy_arns").EnumerateArray()).ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_AWS_cannot_narrow_down_is_allowed_on_everything()
    {
        var statements = cluster.ResourcesOf("aws_iam_role_policy")
            .SelectMany(policy => PolicyText.Statements(policy.GetProperty("policy").GetString()!)).ToList();

        var onEverything = statements.Where(statement => PolicyText.Values(statement["Resource"]).Contains("*"))
            .SelectMany(statement => PolicyText.Values(statement["Action"]));
        onEverything.Distinct().Order().ShouldBe(OnEverything.Keys.Order());
        statements.ShouldAllBe(statement => statement["NotAction"] == null && statement["NotResource"] == null);
        statements.SelectMany(statement => PolicyText.Values(statement["Action"])).Where(action => action.Contains('*')).Distinct()
            .ShouldBe(["kms:ReEncrypt*"]);
    }

    [Fact]
    public void A_security_group_has_no_rules_but_those_of_the_flows()
    {
        var rules = cluster.ResourcesOf("aws_vpc_security_group_ingress_rule").Select(rule => rule.GetProperty("from_port").GetInt32());
        rules.Order().ShouldBe([8086, 8888]);
        cluster.ResourcesOf("aws_security_group").Count().ShouldBe(3);
        cluster.ResourcesOf("aws_security_group").ShouldAllBe(group => group.GetProperty("ingress").GetArrayLength() == 0);
    }

    [Fact]
    public void Every_resource_that_can_be_tagged_carries_the_stacks_name()
    {
        var resources = cluster.State.GetProperty("values").GetProperty("root_module").GetProperty("resources").EnumerateArray()
            .Where(
                resource => resource.GetProperty("mode").GetString() == "managed" && resource.GetProperty("values").TryGetProperty("tags_all", out _)).ToList();

        resources.Count.ShouldBeGreaterThan(30);
        resources.Where(resource => Tag(resource.GetProperty("values"), "Project") != AppliedCluster.Name)
            .Select(resource => resource.GetProperty("address").GetString()).ShouldBeEmpty();
    }

    private static string? Tag(JsonElement resource, string key) =>
        resource.GetProperty("tags_all").TryGetProperty(key, out var value) ? value.GetString() : null;

    /// <summary>Role, without the stack's name → its policies, the trust first.</summary>
    private Dictionary<string, List<(string Title, string Policy)>> Roles() => cluster.ResourcesOf("aws_iam_role").ToDictionary(
        role => role.GetProperty("name").GetString()![$"{AppliedCluster.Name}-".Length..],
        role => cluster.ResourcesOf("aws_iam_role_policy")
            .Where(policy => policy.GetProperty("role").GetString() == role.GetProperty("name").GetString())
            .Select(policy => (Title: policy.GetProperty("name").GetString()!, Policy: policy.GetProperty("policy").GetString()!))
            .OrderBy(policy => policy.Title, StringComparer.Ordinal)
            .Prepend((Title: "trust", Policy: role.GetProperty("assume_role_policy").GetString()!))
            .ToList());

    private string Text(IEnumerable<(string Title, string Policy)> policies) =>
        Stable(string.Join('\n', policies.Select(policy => PolicyText.Of(policy.Title, policy.Policy))));

    private string Only(string type, string attribute) => cluster.ResourcesOf(type).Single().GetProperty(attribute).GetString()!;

    private string Stable(string text) => SecretSuffix().Replace(text
        .Replace(Only("aws_ebs_volume", "id"), "VOLUME", StringComparison.Ordinal)
        .Replace(Only("aws_kms_key", "key_id"), "KEY", StringComparison.Ordinal), "-password-SUFFIX");

    [GeneratedRegex("-password-[A-Za-z0-9]{6}(?=\\n)")]
    private static partial Regex SecretSuffix();
}
