using TickStack.Build.Settings;
using TickStack.Build.Tasks;

namespace TickStack.Build.Tests.Settings;

/// <summary>A repository that holds nothing but environments.</summary>
internal sealed class EnvironmentFolder : IDisposable
{
    public const string Valid = """
        {
          "cloud": "aws",
          "account": "210987654321",
          "region": "eu-west-1",
          "name": "tick",
          "stateBucket": "tick-state",
          "images": { "architecture": "x86_64", "backupBucket": "tick-backups", "logsBucket": "tick-logs" },
          "infrastructure": { "instanceType": "r5.large", "dataVolumeSize": 100, "publicDomain": "tick.example.com", "logRetentionDays": 30 },
          "rollout": { "timeout": "10m" }
        }
        """;

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("environments-");

    public EnvironmentFolder(string? text = Valid, string name = "staging")
    {
        Directory.CreateDirectory(Path.Combine(root.FullName, "build/environments"));
        if (text is not null)
        {
            Write(name, text);
        }
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(root.FullName, EnvironmentFiles.PathOf(name)), text);

    public StackSettings Read(params string[] arguments) => Read([], arguments);

    public StackSettings Read(Dictionary<string, string> variables, params string[] arguments) =>
        new SettingsReader(new EnvironmentFiles(root.FullName)).Read(TaskGraph.Grammar.Parse(arguments), variables);

    public void Dispose() => root.Delete(recursive: true);
}
