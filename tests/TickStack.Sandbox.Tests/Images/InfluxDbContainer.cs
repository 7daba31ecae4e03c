using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.Images;

/// <summary>A container of the InfluxDB image on a volume of its own, reached through a port on loopback.</summary>
internal sealed class InfluxDbContainer(Docker docker, string image, string volume) : IAsyncDisposable
{
    public const string AdminPassword = "Admin_secret-1";
    public const string WritePassword = "Write_secret-2";

    // An attempt every 50 ms: a minute, on a machine that does other things as well.
    private const int Attempts = 1200;

    private static readonly HttpClient Http = new();

    private string id = "";
    private string address = "";

    public async Task StartAsync(string adminPassword = AdminPassword, string writePassword = WritePassword, params IReadOnlyList<string> options)
    {
        id = await docker.RunAsync(
        [
            "run", "--detach", "--publish", "127.0.0.1::8086", "--volume", $"{volume}:/var/lib/influxdb",
            "--env", $"INFLUXDB_ADMIN_PASSWORD={adminPassword}", "--env", $"INFLUXDB_WRITE_USER_PASSWORD={writePassword}", .. options, image,
        ]);
    }

    public Task<string> StartAgainAsync() => docker.RunAsync("start", id);

    public Task<string> KillAsync() => docker.RunAsync("kill", "--signal", "KILL", id);

    /// <summary>Asks it to end and gives its exit code; 137 means that it had to be killed after 20 s.</summary>
    public async Task<int> StopAsync()
    {
        await docker.RunAsync("stop", "--time", "20", id);
        return int.Parse(await docker.RunAsync("inspect", "--format", "{{.State.ExitCode}}", id), null);
    }

    public Task<CommandResult> ExecAsync(params IReadOnlyList<string> command) => docker.TryAsync(["exec", id, .. command]);

    public async Task<string> LogAsync()
    {
        var log = await docker.TryAsync("logs", id);
        return log.Output + log.Error;
    }

    /// <summary>What `ps` on the host shows of it; empty when it has just ended.</summary>
    public async Task<string> ProcessesAsync() => (await docker.TryAsync("top", id, "-o", "pid,args")).Output;

    public async Task<bool> AnswersAsync()
    {
        // The engine chooses another port at every start.
        var port = await docker.TryAsync("port", id, "8086/tcp");
        address = $"http://{port.Output.Split('\n')[0].Trim()}";
        try
        {
            return port.Succeeded && (await Http.GetAsync($"{address}/ping", Cancellation)).StatusCode == HttpStatusCode.NoContent;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task WaitAsync()
    {
        for (var attempt = 0; !await AnswersAsync(); attempt++)
        {
            attempt.ShouldBeLessThan(Attempts, await LogAsync());
            await Task.Delay(50, Cancellation);
        }
    }

    /// <param name="statement">InfluxQL.</param>
    /// <param name="credentials">"user:password", or null for nobody.</param>
    public async Task<(HttpStatusCode Status, string Body)> QueryAsync(string statement, string? credentials)
    {
        using var content = new FormUrlEncodedContent([new("q", statement), new("db", "telegraf")]);
        return await SendAsync("query", content, credentials);
    }

    /// <param name="line">Line protocol.</param>
    /// <param name="credentials">As for queries.</param>
    public async Task<HttpStatusCode> WriteAsync(string line, string? credentials)
    {
        using var content = new StringContent(line);
        return (await SendAsync("write?db=telegraf", content, credentials)).Status;
    }

    public async ValueTask DisposeAsync() => await docker.TryAsync("rm", "--force", "--volumes", id);

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string path, HttpContent content, string? credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/{path}") { Content = content };
        if (credentials is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        }

        using var response = await Http.SendAsync(request, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}
