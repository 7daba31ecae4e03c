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

/// <summary>Options of <c>docker logs</c>.</summary>
public sealed class DockerContainerLogsSettings : AutoToolSettings
{
    public string Since { get; set; }

    public string Tail { get; set; }

    public bool? Timestamps { get; set; }

    public string Until { get; set; }
}

/// <summary>Options of <c>docker rm</c>.</summary>
public sealed class DockerContainerRmSettings : AutoToolSettings
{
    public bool? Force { get; set; }

    public bool? Volumes { get; set; }
}

/// <summary>Options of <c>docker run</c>.</summary>
public sealed class DockerContainerRunSettings : AutoToolSettings
{
    public string[] AddHost { get; set; }

    public string[] CapAdd { get; set; }

    public bool? Detach { get; set; }

    public string Entrypoint { get; set; }

    public string[] Env { get; set; }

    public string[] EnvFile { get; set; }

    public string Hostname { get; set; }

    public bool? Init { get; set; }

    public string[] Label { get; set; }

    public string Memory { get; set; }

    public string[] Mount { get; set; }

    public string Name { get; set; }

    public string Network { get; set; }

    public string Platform { get; set; }

    public bool? Privileged { get; set; }

    public string[] Publish { get; set; }

    public bool? ReadOnly { get; set; }

    public string Restart { get; set; }

    public bool? Rm { get; set; }

    public string[] Tmpfs { get; set; }

    public string User { get; set; }

    public string[] Volume { get; set; }

    public string Workdir { get; set; }
}

/// <summary>Options of <c>docker stop</c>.</summary>
public sealed class DockerContainerStopSettings : AutoToolSettings
{
    /// <summary>Seconds from SIGTERM to SIGKILL; docker waits 10 unless told.</summary>
    public int? Time { get; set; }
}

/// <summary>Settings of a command that has none of its own.</summary>
public sealed class DockerCustomCommandSettings : AutoToolSettings;
