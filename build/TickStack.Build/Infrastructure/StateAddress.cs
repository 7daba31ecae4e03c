using System.Text.Json;

namespace TickStack.Build.Infrastructure;

/// <summary>Addresses as Terraform's commands take them, of what a state's JSON holds: aws_ecr_repository.component["telegraf"].</summary>
internal static class StateAddress
{
    public static string Of(JsonElement resource, JsonElement instance)
    {
        var module = resource.TryGetProperty("module", out var name) ? $"{name.GetString()}." : string.Empty;
        var index = instance.TryGetProperty("index_key", out var key) ? $"[{key.GetRawText()}]" : string.Empty;
        return $"{module}{resource.GetProperty("type").GetString()}.{resource.GetProperty("name").GetString()}{index}";
    }
}
