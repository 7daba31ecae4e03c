using TickStack.Build.Artifacts;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Artifacts;

public sealed class FingerprintTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public FingerprintTests() => folder.Write("server.py", "a");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_changed_a_new_and_a_renamed_file_change_it()
    {
        var before = Fingerprint.OfFolder(folder.Path);
        folder.Write("server.py", "b");
        var changed = Fingerprint.OfFolder(folder.Path);
        folder.Write("ecr.py");
        var added = Fingerprint.OfFolder(folder.Path);
        File.Move(Path.Combine(folder.Path, "ecr.py"), Path.Combine(folder.Path, "ecs.py"));

        new[] { before, changed, added, Fingerprint.OfFolder(folder.Path) }.ShouldBeUnique();
    }

    [Fact]
    public void What_python_compiles_does_not_count()
    {
        var before = Fingerprint.OfFolder(folder.Path);
        folder.Write("__pycache__/server.cpython-311.pyc");

        Fingerprint.OfFolder(folder.Path).ShouldBe(before);
    }

    [Fact]
    public void Words_are_kept_apart() => Fingerprint.OfText("ab", "c").ShouldNotBe(Fingerprint.OfText("a", "bc"));
}
