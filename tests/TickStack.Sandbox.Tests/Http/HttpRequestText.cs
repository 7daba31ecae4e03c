namespace TickStack.Sandbox.Tests.Http;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Path">With its query.</param>
internal sealed record HttpRequestText(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    // They are about one connection, not about the request.
    private static readonly HashSet<string> OfTheConnection = new(StringComparer.OrdinalIgnoreCase) { "Host", "Connection", "Content-Length", "Expect" };

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
}
