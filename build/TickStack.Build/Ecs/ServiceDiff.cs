using DiffPlex.Renderer;
using Spectre.Console;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Ecs;

/// <summary>What a deploy would change in a service, as a unified diff of its settings and its task definition. Empty when nothing.</summary>
public static class ServiceDiff
{
    private const int Context = 3;

    public static string Of(ServicePlan plan)
    {
        var (live, desired) = (ServiceText.Live(plan), ServiceText.Desired(plan));
        if (live == desired)
        {
            return "";
        }

        var name = plan.Desired.ServiceName;
        var before = plan.Live is { } service ? $"{name} (live, {TaskDefinitionRevision.NameOf(service.TaskDefinition)})" : $"{name} (does not exist)";
        var after = $"{name} (desired, {TaskDefinitionRevision.NameOf(plan.Revision?.TaskDefinitionArn) ?? ServiceChange.NewRevision})";
        return UnidiffRenderer.GenerateUnidiff(live, desired, before, after, contextLines: Context).TrimEnd();
    }
}

/// <summary>A service with its task definition as text: one member to a line, in one order, without what ECS adds by itself.</summary>
internal static class ServiceText
{
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
            [ServiceTags.Setting] = new JsonObject(tags.Where(tag => tag.Value is not null).OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
            ["taskDefinition"] = definition,
        };
        return service.ToJsonString(EcsJson.Indented);
    }
}

/// <summary>Takes values out of a task definition that a person may have put where a secret does not belong: a variable whose name says
/// password. What ECS calls secrets are references, and stay.</summary>
internal static partial class HiddenValues
{
    private const string Hidden = "(hidden)";
    private const string Changed = "(hidden, another value)";

    /// <param name="definition">Is changed.</param>
    /// <param name="before">What it is compared with: a value that differs from it shows that much.</param>
    public static JsonObject In(JsonObject definition, JsonObject? before = null)
    {
        foreach (var (container, variable) in Variables(definition).ToList())
        {
            var earlier = before is null ? null
                : Variables(before).FirstOrDefault(other => other.Container == container && Name(other.Variable) == Name(variable)).Variable;
            variable["value"] = earlier is null || Value(earlier) == Value(variable) ? Hidden : Changed;
        }

        return definition;
    }

    private static IEnumerable<(string Container, JsonObject Variable)> Variables(JsonObject definition) =>
        from container in definition["containerDefinitions"]?.AsArray() ?? []
        from variable in container!["environment"]?.AsArray() ?? []
        where Secret().IsMatch(Name(variable!.AsObject()))
        select ((string?)container["name"] ?? "", variable.AsObject());

    private static string Name(JsonObject variable) => (string?)variable["name"] ?? "";

    private static string Value(JsonObject variable) => (string?)variable["value"] ?? "";

    [GeneratedRegex("PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|PRIVATE|API_?KEY|ACCESS_?KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}

/// <summary>A unified diff in colours, where there are any.</summary>
public sealed class DiffPrinter(IAnsiConsole console)
{
    public void Print(string diff)
    {
        foreach (var line in diff.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            console.Write(new Text(line + "\n", StyleOf(line)));
        }
    }

    private static Style StyleOf(string line) => line switch
    {
        ['+', '+', '+', ..] or ['-', '-', '-', ..] => new Style(decoration: Decoration.Bold),
        ['+', ..] => new Style(Color.Green),
        ['-', ..] => new Style(Color.Red),
        ['@', '@', ..] => new Style(Color.Teal),
        _ => Style.Plain,
    };
}
