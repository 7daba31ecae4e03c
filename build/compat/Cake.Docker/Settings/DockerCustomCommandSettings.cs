namespace Cake.Docker;

/// <summary>Settings of a command that has none of its own.</summary>
public sealed class DockerCustomCommandSettings : AutoToolSettings;
