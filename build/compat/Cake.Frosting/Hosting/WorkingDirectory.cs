using Cake.Core.IO;

namespace Cake.Frosting.Hosting;

/// <summary>The directory the build itself asked to run in.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);
