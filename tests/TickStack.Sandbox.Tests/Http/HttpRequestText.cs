using System.Text;
using System.Text.RegularExpressions;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Path">With its query.</param>
internal sealed partial record HttpRequestText(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    // They are about one connection, not about the request.
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Content-Length", "Expect" };

    /// <summary>Named by a header where services speak JSON, by a field of the form where they take forms, and else by the path.</summary>
    public string Operation =>
        Headers.TryGetValue("X-Amz-Target", out var target) ? target.Split('.').Last()
        : Action().Match(Encoding.UTF8.GetString(Body)) is { Success: true } action ? action.Groups["name"].Value
        : Path;

    /// <summary>The same for another server.</summary>
    public HttpRequestMessage For(string server)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), server + Path) { Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    [GeneratedRegex(@"^(.*&)?Action=(?<name>\w+)(&|\z)")]
    private static partial Regex Action();
}
