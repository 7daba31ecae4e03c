using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace TickStack.Sandbox.Tests.Services;

/// <summary>Stands between the deployer and the emulator and spoils some answers, as a network does.</summary>
internal sealed class FaultyProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _operations = new();
    private readonly HttpClient _http;
    private readonly Func<string, int, Fault> _faults;

    /// <param name="faults">Operation and how often it was sent, this time included → what becomes of it.</param>
    public FaultyProxy(Uri emulator, Func<string, int, Fault> faults)
    {
        _http = new HttpClient { BaseAddress = emulator };
        _faults = faults;
        _listener.Start();
        _ = AcceptAsync();
    }

    internal enum Fault
    {
        None,

        /// <summary>Carried out, and the connection is reset before the answer.</summary>
        LostAnswer,

        /// <summary>Carried out, and the connection ends properly, but without an answer.</summary>
        NoAnswer,

        /// <summary>Not carried out.</summary>
        Throttled,
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>All that arrived, in order.</summary>
    public IReadOnlyList<string> Operations => [.. _operations];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
        _http.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
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
        var (headers, body) = await ReadAsync(stream);
        var operation = headers["X-Amz-Target"].Split('.')[1];
        _operations.Enqueue(operation);
        var fault = _faults(operation, _operations.Count(sent => sent == operation));
        var (status, answer) = fault is Fault.Throttled ? (400, """{"__type":"ThrottlingException","message":"Rate exceeded"}""") : await ForwardAsync(headers, body);
        if (fault is Fault.LostAnswer)
        {
            client.Client.Close(0);
        }
        else if (fault is not Fault.NoAnswer)
        {
            var head = $"HTTP/1.1 {status} X\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: {Encoding.UTF8.GetByteCount(answer)}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes(head + answer), _stop.Token);
        }
    }

    private async Task<(int Status, string Body)> ForwardAsync(Dictionary<string, string> headers, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body, MediaTypeHeaderValue.Parse(headers["Content-Type"])) };
        foreach (var name in new[] { "X-Amz-Target", "Authorization", "X-Amz-Date" })
        {
            request.Headers.TryAddWithoutValidation(name, headers[name]);
        }

        using var response = await _http.SendAsync(request, _stop.Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(_stop.Token));
    }

    private async Task<(Dictionary<string, string> Headers, string Body)> ReadAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        await reader.ReadLineAsync(_stop.Token);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        // The bodies of these requests are ASCII: as many characters as bytes.
        var body = new char[int.Parse(headers["Content-Length"], CultureInfo.InvariantCulture)];
        await reader.ReadBlockAsync(body, _stop.Token);
        return (headers, new string(body));
    }
}
