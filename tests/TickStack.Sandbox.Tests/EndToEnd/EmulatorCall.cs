using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>Calls straight to the emulator, past the code under test.</summary>
internal static class EmulatorCall
{
    /// <summary>For services that speak JSON 1.1.</summary>
    public static async Task<JsonNode> SendAsync(string emulator, string service, string target, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new("application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", target);
        var text = await PostAsync(emulator, service, content);

        // Some operations answer with nothing at all.
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    /// <summary>For services that take forms and answer in XML.</summary>
    public static async Task<XDocument> QueryAsync(string emulator, string service, string action, params (string Name, string Value)[] parameters)
    {
        using var content = new FormUrlEncodedContent(parameters.Append(("Action", action)).ToDictionary(each => each.Item1, each => each.Item2));
        return XDocument.Parse(await PostAsync(emulator, service, content));
    }

    /// <summary>Whether a bucket has such an object.</summary>
    public static async Task<bool> HoldsAsync(string emulator, string bucket, string key)
    {
        using var client = new HttpClient();
        using var request = Signed(new HttpRequestMessage(HttpMethod.Head, $"{emulator}/{bucket}/{key}"), "s3");
        using var response = await client.SendAsync(request);
        return response.IsSuccessStatusCode;
    }

    private static async Task<string> PostAsync(string emulator, string service, HttpContent content)
    {
        using var client = new HttpClient();
        using var request = Signed(new HttpRequestMessage(HttpMethod.Post, emulator) { Content = content }, service);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return text;
    }

    // The emulator routes by the signature's scope and checks nothing else of it.
    private static HttpRequestMessage Signed(HttpRequestMessage request, string service)
    {
        var scope = $"20260101/eu-west-1/{service}/aws4_request";
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/{scope}, SignedHeaders=host, Signature=0");
        return request;
    }
}
