using System.Text;
using System.Text.Json.Nodes;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>A JSON 1.1 call straight to the emulator, past the code under test.</summary>
internal static class EmulatorCall
{
    public static async Task<JsonNode> SendAsync(string emulator, string service, string target, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator);
        request.Content = new StringContent(body, Encoding.UTF8);
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", target);

        // The emulator routes by the signature's scope and checks nothing else of it.
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260101/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);

        // Some operations answer with nothing at all.
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
