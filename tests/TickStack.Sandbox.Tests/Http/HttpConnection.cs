using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>A client's connection, with as many requests as the client sends on it: one that is used again breaks in ways that a new one does not.</summary>
internal sealed class HttpConnection(TcpClient client) : IDisposable
{
    // A character for each byte, so that a body's length counts both.
    private readonly StreamReader reader = new(client.GetStream(), Encoding.Latin1);

    /// <returns>Null when the client has no more.</returns>
    public async Task<HttpRequestText?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await reader.ReadLineAsync(cancellationToken) is not { } first)
        {
            return null;
        }

        var headers = await HeadersAsync(cancellationToken);
        var body = new char[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        if (body.Length > 0)
        {
            // Even for no character at all a reader waits for the next byte.
            await reader.ReadBlockAsync(body, cancellationToken);
        }

        var words = first.Split(' ');
        return new HttpRequestText(words[0], words[1], headers, Encoding.Latin1.GetBytes(body));
    }

    public async Task WriteAsync(Answer answer, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = $"HTTP/1.1 {answer.Status} -\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: {body.Length}\r\n\r\n";
        var sent = answer.Ending is Ending.Halved ? body[..(body.Length / 2)] : body;
        await client.GetStream().WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. sent], cancellationToken);
    }

    /// <summary>The client sees an error rather than an end.</summary>
    public void Reset() => client.Client.Close(0);

    public void Dispose()
    {
        reader.Dispose();
        client.Dispose();
    }

    private async Task<Dictionary<string, string>> HeadersAsync(CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return headers;
    }
}
