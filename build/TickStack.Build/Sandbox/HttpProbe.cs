using System.Net;

namespace TickStack.Build.Sandbox;

/// <summary>Asks a server on this machine whether it answers; never through a proxy.</summary>
public static class HttpProbe
{
    // A busy machine is slow to answer, and one that is taken for dead is started anew, empty.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Bound };

    public static async Task<bool> AnswersAsync(string url, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri(url), cancellationToken);
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
}
