namespace Cake.Docker;

/// <summary>Options of <c>docker image build</c>.</summary>
public sealed class DockerImageBuildSettings : AutoToolSettings
{
    public string[] BuildArg { get; set; }

    public string[] CacheFrom { get; set; }

    public string File { get; set; }

    public string Iidfile { get; set; }

    public string[] Label { get; set; }

    public string Network { get; set; }

    public bool? NoCache { get; set; }

    public string Platform { get; set; }

    public string Progress { get; set; }

    public bool? Pull { get; set; }

    public bool? Quiet { get; set; }

    [AutoProperty(Format = "--{0}={1}")]
    public bool? Rm { get; set; }

    public string[] Tag { get; set; }

    public string Target { get; set; }
}

/// <summary>Options of <c>docker image ls</c>.</summary>
public sealed class DockerImageLsSettings : AutoToolSettings
{
    public bool All { get; set; }

    public bool Digests { get; set; }

    public string Format { get; set; }

    public string Filter { get; set; }

    public bool NoTrunc { get; set; }

    public bool Quiet { get; set; }
}

/// <summary>Options of <c>docker pull</c>.</summary>
public sealed class DockerImagePullSettings : AutoToolSettings
{
    public string Platform { get; set; }
}

/// <summary>Options of <c>docker push</c>.</summary>
public sealed class DockerImagePushSettings : AutoToolSettings
{
    public bool AllTags { get; set; }
}

/// <summary>Options of <c>docker rmi</c>.</summary>
public sealed class DockerImageRemoveSettings : AutoToolSettings
{
    public bool? Force { get; set; }

    public bool? NoPrune { get; set; }
}

/// <summary>Options of <c>docker tag</c>.</summary>
public sealed class DockerImageTagSettings : AutoToolSettings;
