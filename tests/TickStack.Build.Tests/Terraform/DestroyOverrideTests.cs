using System.Text.RegularExpressions;
using TickStack.Build.Artifacts;
using TickStack.Build.Options;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Terraform;

/// <summary>The override against the committed configuration.</summary>
public sealed partial class DestroyOverrideTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Roots => ["cluster", "registry"];

    private RootFolders Folders => new(RepositoryRoot.Find(), new ArtifactStore(folder.Path));

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Roots))]
    public void What_may_not_be_destroyed_is_released_and_only_the_secrets_are_named_besides(string name)
    {
        var root = Root(name);
        var committed = string.Concat(Directory.EnumerateFiles(Folders.Configuration(root), "*.tf").Select(File.ReadAllText));
        var kept = Blocks(committed).Where(block => block.Value.Contains("prevent_destroy = true", StringComparison.Ordinal))
            .Select(block => block.Key).ToList();
        var released = Blocks(DestroyOverride.Of(root)).Where(block => block.Value.Contains("prevent_destroy = false", StringComparison.Ordinal))
            .Select(block => block.Key);

        kept.ShouldNotBeEmpty();
        released.ShouldBe(kept, ignoreOrder: true);
        Blocks(DestroyOverride.Of(root)).Keys.Except(kept).ShouldBe(root == TerraformRoot.Cluster ? ["aws_secretsmanager_secret.influxdb"] : []);
    }

    [Fact]
    public void A_repository_goes_with_its_images_and_a_secret_at_once()
    {
        DestroyOverride.Of(TerraformRoot.Registry).ShouldContain("force_delete = true");
        DestroyOverride.Of(TerraformRoot.Cluster).ShouldContain("recovery_window_in_days = 0");
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public void The_copy_is_the_whole_configuration_with_its_lock_file_and_is_gone_afterwards(string name)
    {
        var (root, copy) = (Root(name), Folders.Copy(Root(name)));
        Directory.CreateDirectory(copy);
        File.WriteAllText(Path.Combine(copy, "left-over.tf"), "of a run that was killed");
        using (new UnprotectedCopy(Folders, root))
        {
            var files = Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(copy, file)).ToList();
            files.ShouldBe(Folders.ConfigurationFiles(root).Select(file => Path.GetRelativePath(Folders.Configuration(root), file)).Append("override.tf"),
                ignoreOrder: true);
            files.ShouldContain(".terraform.lock.hcl");
        }

        Directory.Exists(copy).ShouldBeFalse();
    }

    private static TerraformRoot Root(string name) => name == "cluster" ? TerraformRoot.Cluster : TerraformRoot.Registry;

    /// <summary>Address → text up to the next block.</summary>
    private static Dictionary<string, string> Blocks(string configuration) => Resource().Matches(configuration).ToDictionary(
        block => $"{block.Groups["type"].Value}.{block.Groups["name"].Value}",
        block => block.Groups["body"].Value);

    [GeneratedRegex("""^resource "(?<type>\w+)" "(?<name>\w+)" \{\n(?<body>.*?)^\}""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Resource();
}
