namespace Cake.Docker;

/// <summary>Options of <c>docker tag</c>.</summary>
public sealed class DockerImageTagSettings : AutoToolSettings;
