using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TickStack.Compat.Tests.Aws;

/// <summary>A loopback server that plays one reply per request and keeps what it was sent. The last reply repeats.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<Received> received = new();
    private readonly Reply[] replies;

    public ScriptedServer(params Reply[] replies)
    {
        this.replies = replies;
        listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public IReadOnlyList<Received> Requests => [.. received];

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
            {
                // The client gave up, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        var stream = client.GetStream();
        received.Enqueue(await ReadAsync(stream));
        var reply = replies[Math.Min(received.Count, replies.Length) - 1];
        if (reply.Drop)
        {
            client.Client.Close(0);
            return;
        }

        var headers = string.Concat(reply.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        var head = $"HTTP/1.1 {reply.Status} X\r\nContent-Type: application/x-amz-json-1.1\r\nx-amzn-RequestId: request-{received.Count}\r\n"
            + $"{headers}Content-Length: {Encoding.UTF8.GetByteCount(reply.Body)}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(head + reply.Body), stop.Token);
    }

    private async Task<Received> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await reader.ReadLineAsync(stop.Token);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var body = new char[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(body, stop.Token);
        return new Received(headers, new string(body));
    }

    internal sealed record Received(IReadOnlyDictionary<string, string> Headers, string Body);

    internal sealed record Reply(int Status, string Body)
    {
        public bool Drop { get; init; }

        public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

        public static Reply Ok(string body = "{}") => new(200, body);

        public static Reply Error(string type, string message = "no", int status = 400) => new(status, $$"""{"__type":"{{type}}","message":"{{message}}"}""");

        public static Reply DroppedConnection { get; } = new(0, "") { Drop = true };
    }
}
