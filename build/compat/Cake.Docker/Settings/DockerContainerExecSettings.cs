namespace Cake.Docker;

/// <summary>Options of <c>docker exec</c>.</summary>
public sealed class DockerContainerExecSettings : AutoToolSettings
{
    public bool? Detach { get; set; }

    public string[] Env { get; set; }

    public bool? Interactive { get; set; }

    public string User { get; set; }

    public string Workdir { get; set; }
}
