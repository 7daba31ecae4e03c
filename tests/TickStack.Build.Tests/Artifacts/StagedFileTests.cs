using TickStack.Build.Artifacts;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Artifacts;

public sealed class StagedFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Until_it_replaces_the_file_the_former_text_stands_there()
    {
        var place = Path.Combine(folder.Path, "a.txt");
        StagedFile.Write(place, "former");

        using (var file = new StagedFile(place))
        {
            file.Stage("new");
            File.ReadAllText(place).ShouldBe("former");
            file.Replace();
        }

        File.ReadAllText(place).ShouldBe("new");
    }

    [Fact]
    public void What_has_replaced_nothing_is_gone_afterwards()
    {
        using (var file = new StagedFile(Path.Combine(folder.Path, "new", "a.txt")))
        {
            file.Stage("text");
        }

        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_has_come_in_its_place_goes()
    {
        var place = Path.Combine(folder.Path, "a.txt");
        folder.Write("a.txt/deep/er");

        StagedFile.Write(place, "one");

        File.ReadAllText(place).ShouldBe("one");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_as_such()
    {
        File.WriteAllText(Path.Combine(folder.Path, "file"), "");

        Should.Throw<IOException>(() => StagedFile.Write(Path.Combine(folder.Path, "file", "a.txt"), "text")).ShouldNotBeOfType<DirectoryNotFoundException>();
    }
}
