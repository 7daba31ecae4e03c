using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>A registry that holds nothing but manifests, and only shows them to the user AWS.</summary>
internal sealed class LoopbackRegistry : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentDictionary<string, string> manifests = new();
    private readonly string authorization;
    private readonly Task serving;

    public LoopbackRegistry(string password)
    {
        authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"AWS:{password}"));
        Host = $"127.0.0.1:{FreePort()}";
        listener.Prefixes.Add($"http://{Host}/");
        listener.Start();
        serving = ServeAsync();
    }

    public string Host { get; }

    public void Add(string repository, string digest, string manifest) => manifests[$"/v2/{repository}/manifests/{digest}"] = manifest;

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(await listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        if (context.Request.Headers["Authorization"] != authorization)
        {
            context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            context.Response.Close();
        }
        else if (manifests.TryGetValue(context.Request.Url!.AbsolutePath, out var manifest))
        {
            context.Response.Close(Encoding.UTF8.GetBytes(manifest), willBlock: false);
        }
        else
        {
            context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            context.Response.Close();
        }
    }
}
