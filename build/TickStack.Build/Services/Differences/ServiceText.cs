using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TickStack.Build.Services.Differences;

/// <summary>A service with its task definition as text: one member to a line, in one order, without what ECS adds by itself.</summary>
internal static class ServiceText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Empty for a service that is not there.</returns>
    public static string Live(ServicePlan plan) => plan.Live is not { } live ? "" : Text(
        ServiceSetting.All.Select(setting => KeyValuePair.Create(setting.Name, setting.Live(live))),
        plan.Desired.Rollout.Tags.Keys.Select(key => KeyValuePair.Create(key, live.Tags?.FirstOrDefault(tag => tag.Key == key)?.Value)),
        plan.LiveDefinition is { } running ? HiddenValues.In(TaskDefinitionForm.Of(running)) : []);

    public static string Desired(ServicePlan plan)
    {
        var running = plan.LiveDefinition is null ? [] : TaskDefinitionForm.Of(plan.LiveDefinition);
        return Text(
            ServiceSetting.All.Select(setting => KeyValuePair.Create(setting.Name, setting.Wanted(plan.Desired))),
            plan.Desired.Rollout.Tags.Select(tag => KeyValuePair.Create(tag.Key, (string?)tag.Value)),
            HiddenValues.In(TaskDefinitionForm.Of(plan.Desired.TaskDefinition), running));
    }

    private static string Text(IEnumerable<KeyValuePair<string, JsonNode?>> settings, IEnumerable<KeyValuePair<string, string?>> tags, JsonObject definition)
    {
        var service = new JsonObject(settings.Where(setting => setting.Value is not null))
        {
            [ServiceTags.Setting] = new JsonObject(tags.Where(tag => tag.Value is not null).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
            ["taskDefinition"] = definition,
        };
        return service.ToJsonString(Indented);
    }
}
