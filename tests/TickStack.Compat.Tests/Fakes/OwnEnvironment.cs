using Cake.Core;
using Cake.Core.IO;

namespace TickStack.Compat.Tests.Fakes;

/// <summary>The machine's, but for the working directory and the variables: this process keeps its own.</summary>
internal sealed class OwnEnvironment(string folder, Dictionary<string, string?> variables) : ICakeEnvironment
{
    private readonly CakeEnvironment machine = new(new CakePlatform(), new CakeRuntime());

    public DirectoryPath WorkingDirectory { get; set; } = folder;

    public DirectoryPath ApplicationRoot => machine.ApplicationRoot;

    public ICakePlatform Platform => machine.Platform;

    public ICakeRuntime Runtime => machine.Runtime;

    public DirectoryPath GetSpecialPath(SpecialPath path) => machine.GetSpecialPath(path);

    public string? GetEnvironmentVariable(string variable) => variables.GetValueOrDefault(variable);

    public IDictionary<string, string?> GetEnvironmentVariables() => variables;
}
