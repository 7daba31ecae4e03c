using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>A docker-compose.yml, checked, with its variables put in, its env_files read and its extends resolved.</summary>
/// <param name="File">Name to show in messages.</param>
/// <param name="Version">One version.</param>
/// <param name="Services">One container each, ordered by name.</param>
/// <param name="Volumes">Those of the top level, ordered by name.</param>
public sealed record ComposeFile(string File, ComposeVersions Version, IReadOnlyList<ComposeService> Services, IReadOnlyList<DockerVolume> Volumes);
