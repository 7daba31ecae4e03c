using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.Http;

/// <summary>Stands in front of the emulator, as AWS would: counts what is asked, and does with each call what its rule says.</summary>
public sealed class EmulatorProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient client = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private readonly List<ReceivedCall> calls = [];
    private readonly string emulator;

    public EmulatorProxy(string emulator)
    {
        this.emulator = emulator.TrimEnd('/');
        listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public Rule Rule { get; set; } = Rules.PassOn;

    /// <summary>By the clock that calls are stamped with.</summary>
    public TimeSpan Now => clock.Elapsed;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (gate)
            {
                return [.. calls];
            }
        }
    }

    public IReadOnlyList<string> Operations => [.. Calls.Select(call => call.Operation)];

    public void Forget()
    {
        lock (gate)
        {
            calls.Clear();
        }
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        client.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var connection = new HttpConnection(accepted);
        try
        {
            while (await connection.ReadAsync(stop.Token) is { } request && await AnswerAsync(connection, request))
            {
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException or IOException)
        {
            // The client is gone, or the test is over.
        }
    }

    /// <returns>Whether the connection goes on.</returns>
    private async Task<bool> AnswerAsync(HttpConnection connection, HttpRequestText request)
    {
        var answer = await RuledAsync(request);
        if (answer.Ending is Ending.Reset)
        {
            connection.Reset();
        }
        else if (answer.Ending is not Ending.Closed)
        {
            await connection.WriteAsync(answer, stop.Token);
        }

        return answer.Ending is Ending.Open;
    }

    // A rule's own mistake is shown to the client, and so by the test that sees the client fail.
    private async Task<Answer> RuledAsync(HttpRequestText request)
    {
        try
        {
            return await Rule(Take(request), () => ForwardAsync(request)).WaitAsync(stop.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return Answer.Error("InternalFailure", exception.ToString(), status: 500);
        }
    }

    private ReceivedCall Take(HttpRequestText request)
    {
        var operation = request.Operation;
        var parameters = request.Body is [(byte)'{', ..] ? JsonNode.Parse(Encoding.UTF8.GetString(request.Body))!.AsObject() : [];
        lock (gate)
        {
            var call = new ReceivedCall(operation, parameters, calls.Count + 1, calls.Count(earlier => earlier.Operation == operation) + 1, Now);
            calls.Add(call);
            return call;
        }
    }

    private async Task<Answer> ForwardAsync(HttpRequestText request)
    {
        using var forward = request.For(emulator);
        using var response = await client.SendAsync(forward, stop.Token);
        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(stop.Token));
    }
}
