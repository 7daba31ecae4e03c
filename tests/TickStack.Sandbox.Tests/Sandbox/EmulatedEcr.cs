using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TickStack.Build.Aws;

namespace TickStack.Sandbox.Tests.Sandbox;

/// <summary>ECR's JSON 1.1 calls, as bare as they can be.</summary>
public sealed class EmulatedEcr(CloudSession session) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(session.Variables["AWS_ENDPOINT_URL"]!) };

    public async Task<JsonNode> CallAsync(string action, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Content = new StringContent(input.ToJsonString(), Encoding.UTF8);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"AmazonEC2ContainerRegistry_V20150921.{action}");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=sandbox/20260101/{session.Variables["AWS_REGION"]}/ecr/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(body);
        return JsonNode.Parse(body)!;
    }

    /// <summary>Digests under a tag, as soon as there are any: the registry tells of a push after it has answered it.</summary>
    public async Task<IReadOnlyList<string>> DigestsAsync(string repository)
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bounded.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            var images = (await CallAsync("ListImages", new JsonObject { ["repositoryName"] = repository }))["imageIds"]!.AsArray();
            if (images.Count > 0)
            {
                return [.. images.Select(image => (string)image!["imageDigest"]!)];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), bounded.Token);
        }
    }

    public void Dispose() => client.Dispose();
}
