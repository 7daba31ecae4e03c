using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>An emulator for one test class, and the calls that the tests make on it.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly HttpClient http;

    private EmulatorProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
        http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public int ProcessId => process.Id;

    public string Log
    {
        get
        {
            lock (log)
            {
                return log.ToString();
            }
        }
    }

    public static async Task<EmulatorProcess> StartAsync(params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var server = Path.Combine(AppContext.BaseDirectory, "Sandbox", "emulator", "server.py");
        var start = new ProcessStartInfo(await Python.PathAsync(), [server, "-H", "127.0.0.1", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var emulator = new EmulatorProcess(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        emulator.KeepLog();
        await emulator.WaitUntilReadyAsync();
        return emulator;
    }

    /// <summary>Calls an AWS service that speaks JSON 1.1.</summary>
    /// <param name="service">Name that requests are signed for, as in "ecs".</param>
    /// <param name="operation">Target, as in "AmazonEC2ContainerServiceV20141113.CreateCluster".</param>
    public async Task<(HttpStatusCode Status, JsonNode Body)> CallAsync(string service, string operation, object parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = JsonContent.Create(parameters) };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", operation);
        request.Headers.TryAddWithoutValidation("Authorization", Signature(service));
        return await ReadAsync(await http.SendAsync(request));
    }

    /// <summary>Calls an AWS service that takes forms and answers in XML, as EC2 and Auto Scaling do.</summary>
    public async Task<XDocument> QueryAsync(string service, string action, params (string Name, string Value)[] parameters)
    {
        var (status, answer) = await SendFormAsync(service, action, parameters);
        status.ShouldBe(HttpStatusCode.OK, answer);
        return XDocument.Parse(answer);
    }

    /// <summary>The code of the error that such a service answers a call with.</summary>
    public async Task<string> RefusalAsync(string service, string action, params (string Name, string Value)[] parameters)
    {
        var (status, answer) = await SendFormAsync(service, action, parameters);
        status.ShouldBe(HttpStatusCode.BadRequest, answer);
        return XDocument.Parse(answer).Descendants().First(each => each.Name.LocalName == "Code").Value;
    }

    /// <summary>Calls the emulator itself.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(string path, object document)
    {
        using var content = JsonContent.Create(document);
        return await ReadAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> GetAsync(string path) => await ReadAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
    }

    private async Task<(HttpStatusCode Status, string Answer)> SendFormAsync(string service, string action, (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(parameters.Append(("Action", action)).ToDictionary(each => each.Item1, each => each.Item2)),
        };
        request.Headers.TryAddWithoutValidation("Authorization", Signature(service));
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            return (response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
        }
    }

    private static string Signature(string service) =>
        $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void KeepLog()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data is null ? null : $"stdout: {line.Data}");
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }

    private async Task WaitUntilReadyAsync()
    {
        while (true)
        {
            try
            {
                await GetAsync("/tickstack/ready");
                return;
            }
            catch (HttpRequestException) when (!process.HasExited)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
            catch (HttpRequestException error)
            {
                throw new InvalidOperationException($"The emulator ended with {process.ExitCode}: {Log}", error);
            }
        }
    }
}
