using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Amazon.CloudWatchLogs;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.ServiceDiscovery;

namespace TickStack.Compat.Tests.Aws;

/// <summary>A real AWS emulator on a free port of the loopback interface, for the tests of one collection. Fails where moto is missing.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? process;

    public static BasicAWSCredentials Credentials => new("AKIAIOSFODNN7EXAMPLE", "secret");

    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Url = $"http://127.0.0.1:{port}";
        process = Start(await InterpreterAsync(), "-m", "moto.server", "-H", "127.0.0.1", "-p", $"{port}");
        await AnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
    }

    public AmazonECSClient Ecs() => new(Credentials, new AmazonECSConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    public AmazonECRClient Ecr() => new(Credentials, new AmazonECRConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    public AmazonCloudWatchLogsClient Logs() => new(Credentials, new AmazonCloudWatchLogsConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    public AmazonSecretsManagerClient Secrets() => new(Credentials, new AmazonSecretsManagerConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    public AmazonServiceDiscoveryClient Discovery() =>
        new(Credentials, new AmazonServiceDiscoveryConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" });

    /// <summary>An operation that the stand-ins lack, because Terraform or a container is who calls it.</summary>
    /// <returns>The reply's body.</returns>
    public async Task<string> PostAsync(string service, string target, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        request.Content = new StringContent(body, new MediaTypeHeaderValue("application/x-amz-json-1.1"));
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private static async Task<string> InterpreterAsync()
    {
        foreach (var name in new[] { Environment.GetEnvironmentVariable("PYTHON"), "python3", "python" }.OfType<string>())
        {
            if (await ImportsMotoAsync(name))
            {
                return name;
            }
        }

        throw new InvalidOperationException("No Python with moto: install it with 'pip install moto[server]', or name the interpreter in PYTHON.");
    }

    private static async Task<bool> ImportsMotoAsync(string interpreter)
    {
        try
        {
            using var process = Start(interpreter, "-c", "import moto.server");
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    // Its output is drained and dropped: a full pipe would stop it.
    private static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var response = await http.GetAsync(new Uri($"{Url}/moto-api/data.json"));
                return;
            }
            catch (HttpRequestException) when (!process!.HasExited)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("moto did not answer within 30 s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
