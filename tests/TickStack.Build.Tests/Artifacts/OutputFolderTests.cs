using TickStack.Build.Artifacts;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Artifacts;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_there_is_replaced_and_nothing_else_stays_behind()
    {
        folder.Write("deep/er/a.json", "old");

        Write(("a.json", "new a"), ("b.json", "new b"));

        Files().ShouldBe(["a.json=new a", "b.json=new b"]);
    }

    [Fact]
    public void When_one_file_cannot_be_replaced_the_others_are_as_they_were()
    {
        folder.Write("deep/er/b.json", "old");
        Directory.CreateDirectory(Path.Combine(folder.Path, "deep/er/c.json"));

        Should.Throw<FailureException>(() => Write(("a.json", "new a"), ("b.json", "new b"), ("c.json", "new c"))).ExitCode.ShouldBe(ExitCode.Unavailable);

        Files().ShouldBe(["b.json=old"]);
    }

    private void Write(params (string Name, string Text)[] files) =>
        new OutputFolder(Path.Combine(folder.Path, "deep/er")).Write(files.ToDictionary(file => file.Name, file => file.Text));

    private IEnumerable<string> Files() =>
        Directory.GetFiles(Path.Combine(folder.Path, "deep/er")).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetFileName(file)}={File.ReadAllText(file)}");
}
