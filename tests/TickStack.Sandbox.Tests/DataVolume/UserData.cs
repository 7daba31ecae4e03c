using System.Text.RegularExpressions;
using TickStack.Sandbox.Tests.Bootstrap;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>The start-up script as Terraform renders it: what instance.tf joins, with its references resolved.</summary>
internal static partial class UserData
{
    private static readonly string Module = Path.Combine(BootstrapTree.RepositoryRoot(), "terraform", "cluster");

    public static string Render(string volumeId)
    {
        var values = new Dictionary<string, string>
        {
            ["aws_ebs_volume.data.id"] = volumeId,
            ["var.region"] = "us-east-1",
            ["aws_ecs_cluster.this.name"] = "tick",
            ["path.module"] = Module,
        };
        var lines = UserDataExpression().Match(File.ReadAllText(Path.Combine(Module, "instance.tf"))).Groups["lines"].Captures;
        lines.Count.ShouldBeGreaterThan(0, "instance.tf has no user_data that joins lines");
        return string.Join('\n', lines.Select(line => Evaluate(line.Value, values)));
    }

    private static string Evaluate(string expression, Dictionary<string, string> values)
    {
        var text = Reference().Replace(StringLiteral().Match(expression).Groups["text"].Value, reference => values[reference.Groups["name"].Value]);
        return expression.StartsWith("file(", StringComparison.Ordinal) ? File.ReadAllText(text) : text;
    }

    [GeneratedRegex("""user_data\s*=\s*join\("\\n", \[\n(\s*(?<lines>("|file\()[^\n]*),\n)+\s*\]\)""")]
    private static partial Regex UserDataExpression();

    [GeneratedRegex("\"(?<text>.*)\"")]
    private static partial Regex StringLiteral();

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}")]
    private static partial Regex Reference();
}
