using Amazon.ECS;
using Amazon.Runtime;

namespace TickStack.Build.Services;

/// <summary>ECS clients whose every repetition is <see cref="EcsCalls"/>' own: a request that was perhaps carried out must not be
/// sent again unseen, or a dropped connection registers a revision twice.</summary>
public static class EcsClients
{
    /// <summary>Region, credentials and endpoint come from the process's environment.</summary>
    public static IAmazonECS Create() => new AmazonECSClient(Configure(new AmazonECSConfig()));

    public static AmazonECSConfig Configure(AmazonECSConfig config)
    {
        config.MaxErrorRetry = 0;
        config.HttpClientFactory = new UnrepeatedHttp();
        return config;
    }

    // The SDK's own HttpClient repeats a request whose pooled connection was reset.
    private sealed class UnrepeatedHttp : HttpClientFactory
    {
        private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
        private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(30);

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
            new(new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, AllowAutoRedirect = false }, disposeHandler: true) { Timeout = RequestTimeout };
    }
}
