namespace Cake.Docker;

/// <summary>Options of <c>docker logs</c>.</summary>
public sealed class DockerContainerLogsSettings : AutoToolSettings
{
    public string Since { get; set; }

    public string Tail { get; set; }

    public bool? Timestamps { get; set; }

    public string Until { get; set; }
}
