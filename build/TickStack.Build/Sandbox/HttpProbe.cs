using System.Net;

namespace TickStack.Build.Sandbox;

/// <summary>Asks a server on this machine whether it answers; never through a proxy.</summary>
public sealed class HttpProbe : IDisposable
{
    // A busy machine is slow to answer, and one that is taken for dead is started anew, empty.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Bound };

    public async Task<bool> AnswersAsync(string url, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _client.GetAsync(new Uri(url), cancellationToken);
            return response.StatusCode == expected;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
