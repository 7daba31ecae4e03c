using System.Runtime.CompilerServices;
using TickStack.Build.Stack;

namespace TickStack.Build.Tests.Images;

/// <summary>Where images/COMPONENT stands in the repository that these tests were compiled from.</summary>
internal static class ImageFolder
{
    public static TheoryData<string> Components { get; } = new(Component.All.Select(component => component.Name));

    public static string Of(string component) => Path.GetFullPath(Path.Combine(Here(), "../../../images", component));

    public static string[] Lines(string component, string file) => File.ReadAllLines(Path.Combine(Of(component), file));

    public static IEnumerable<string> Files(string component, string pattern) =>
        Directory.EnumerateFiles(Of(component), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static IReadOnlySet<string> KnownKeys(string list) =>
        File.ReadAllLines(Path.Combine(Here(), "KnownKeys", list)).ToHashSet(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
