namespace Cake.Docker;

/// <summary>Options of <c>docker stop</c>.</summary>
public sealed class DockerContainerStopSettings : AutoToolSettings
{
    /// <summary>Seconds from SIGTERM to SIGKILL; docker waits 10 unless told.</summary>
    public int? Time { get; set; }
}
