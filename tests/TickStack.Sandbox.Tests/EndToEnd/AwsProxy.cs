using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>Stands between the host and an emulated AWS service: counts what is asked, and answers in its place where a test says so.</summary>
public sealed class AwsProxy : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpClient client = new();
    private readonly string target;
    private readonly ConcurrentQueue<string> calls = new();
    private readonly ConcurrentDictionary<string, Func<(int Status, string Body)>> answers = new();

    public AwsProxy(string target)
    {
        this.target = target;
        Url = $"http://127.0.0.1:{FreePort.Next()}";
        listener.Prefixes.Add(Url + "/");
        listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <summary>Operations in the order in which they came, without the service's prefix.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    public void Forget() => calls.Clear();

    public void Answer(string operation, int status, string body) => answers[operation] = () => (status, body);

    public void StopAnswering() => answers.Clear();

    public void Dispose()
    {
        listener.Close();
        client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = HandleAsync(await listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        var operation = context.Request.Headers["X-Amz-Target"]?.Split('.').Last() ?? context.Request.Url!.AbsolutePath;
        calls.Enqueue(operation);
        var (status, body) = answers.TryGetValue(operation, out var answer) ? answer() : await ForwardAsync(context.Request);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/x-amz-json-1.1";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        context.Response.Close();
    }

    private async Task<(int Status, string Body)> ForwardAsync(HttpListenerRequest request)
    {
        using var forward = new HttpRequestMessage(new HttpMethod(request.HttpMethod), target + request.RawUrl);
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        forward.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(await reader.ReadToEndAsync()));
        foreach (var name in request.Headers.AllKeys.OfType<string>().Where(name => name is not ("Host" or "Content-Length" or "Connection")))
        {
            if (!forward.Headers.TryAddWithoutValidation(name, request.Headers[name]))
            {
                forward.Content.Headers.TryAddWithoutValidation(name, request.Headers[name]);
            }
        }

        using var response = await client.SendAsync(forward);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
