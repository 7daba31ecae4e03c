using TickStack.Build.Documents;
using TickStack.Build.Manifests.Format;

namespace TickStack.Build.Manifests.Compose;

/// <summary>tmpfs: "path:size=64m[,option]…". ECS wants a size.</summary>
internal static class TmpfsSyntax
{
    private const string SizeOption = "size=";

    public static IReadOnlyList<TmpfsMount> Read(DocumentValue value) =>
        [.. (value.Node is SequenceNode ? value.List() : [value]).Select(Entry).OfType<TmpfsMount>()];

    private static TmpfsMount? Entry(DocumentValue item)
    {
        if (item.Text() is not { } text)
        {
            return null;
        }

        var parts = text.Split(':', 2);
        var options = parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        if (!parts[0].StartsWith('/') || options.Where(IsSize).ToList() is not [var size])
        {
            item.Problem($"'{text}' is no tmpfs", "write an absolute path and its size: /run:size=64m,noexec");
            return null;
        }

        return Size(size, item) is { } mebibytes ? new TmpfsMount(parts[0], mebibytes, [.. options.Where(option => !IsSize(option))]) : null;
    }

    private static bool IsSize(string option) => option.StartsWith(SizeOption, StringComparison.Ordinal);

    private static int? Size(string option, DocumentValue item)
    {
        var size = new ScalarNode(option[SizeOption.Length..], ScalarForm.Plain, item.Location);
        return new DocumentValue(size, item.Path, item.Problems).Mebibytes(1);
    }
}
