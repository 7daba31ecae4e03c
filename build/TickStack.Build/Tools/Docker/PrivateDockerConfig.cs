using System.Text.Json.Nodes;

namespace TickStack.Build.Tools.Docker;

/// <summary>
/// A DOCKER_CONFIG folder that only this user can read and that holds one login while a push runs. "docker login" would put the
/// password on a command line or into the user's own configuration.
/// </summary>
public sealed class PrivateDockerConfig : IDisposable
{
    private PrivateDockerConfig(string folder) => Folder = folder;

    public string Folder { get; }

    public static PrivateDockerConfig Create(RegistryLogin login)
    {
        var folder = Directory.CreateTempSubdirectory("tickstack-docker-").FullName;
        var config = new JsonObject
        {
            ["auths"] = new JsonObject { [login.Server] = new JsonObject { ["auth"] = login.Authorization } },
        };
        KeepContext(folder, config);
        File.WriteAllText(Path.Combine(folder, "config.json"), config.ToJsonString());
        return new PrivateDockerConfig(folder);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The user's chosen engine (a Docker Desktop or colima context) is part of the same folder, and must stay the engine.
    private static void KeepContext(string folder, JsonObject config)
    {
        var own = Environment.GetEnvironmentVariable("DOCKER_CONFIG")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".docker");
        var file = Path.Combine(own, "config.json");
        if (File.Exists(file) && JsonNode.Parse(File.ReadAllText(file))?["currentContext"] is { } context)
        {
            config["currentContext"] = context.DeepClone();
        }

        if (Directory.Exists(Path.Combine(own, "contexts")))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "contexts"), Path.Combine(own, "contexts"));
        }
    }
}
