using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TickStack.Build.Tests.EcsCli.Conformance;

/// <summary>Brings a request body into the form in which bodies that mean the same to ECS are equal: what ecs-cli sends although nothing was asked for is
/// dropped, lists whose order has no meaning are sorted, and generated volume names give way to what they stand for.</summary>
internal static partial class CanonicalBody
{
    private static readonly string[] EmptyLists =
    [
        "command", "entryPoint", "environment", "extraHosts", "links", "mountPoints", "portMappings", "ulimits", "volumesFrom", "dnsServers",
        "dnsSearchDomains",
        "dockerSecurityOptions",
    ];

    public static string Of(string json)
    {
        var body = JsonNode.Parse(json)!.AsObject();
        if (body.ContainsKey("containerDefinitions"))
        {
            Register(body);
        }
        else
        {
            CreateService(body);
        }

        return Sorted(body).ToJsonString(new() { WriteIndented = true });
    }

    private static void CreateService(JsonObject body)
    {
        body["taskDefinition"] = Revision().Replace(body["taskDefinition"]!.GetValue<string>(), "");
        Drop(body, "role", "\"\"");
        Drop(body, "deploymentConfiguration", "{}");
        Drop(body, "placementConstraints", "[]");
        Drop(body, "placementStrategy", "[]");
        Drop(body["networkConfiguration"]?["awsvpcConfiguration"], "securityGroups", "[]");
    }

    private static void Register(JsonObject body)
    {
        var names = HostPathNames(body);
        foreach (var container in Items(body, "containerDefinitions"))
        {
            Container(container, names);
        }

        foreach (var volume in Items(body, "volumes"))
        {
            volume["name"] = names.GetValueOrDefault(Text(volume, "name"), Text(volume, "name"));
            Drop(volume["efsVolumeConfiguration"], "authorizationConfig", "{}");
        }

        SortBy(body, "containerDefinitions", "name");
        SortBy(body, "volumes", "name");
        Drop(body, "volumes", "[]");
        Drop(body, "taskRoleArn", "\"\"");
        Drop(body, "executionRoleArn", "\"\"");
    }

    private static Dictionary<string, string> HostPathNames(JsonObject body) => Items(body, "volumes")
        .Where(volume => Automatic().IsMatch(Text(volume, "name")) && volume["host"]?["sourcePath"] is not null)
        .ToDictionary(volume => Text(volume, "name"), volume => "host:" + volume["host"]!["sourcePath"]!.GetValue<string>());

    private static void Container(JsonObject container, Dictionary<string, string> names)
    {
        foreach (var mount in Items(container, "mountPoints"))
        {
            var volume = Text(mount, "sourceVolume");
            if (Automatic().IsMatch(volume))
            {
                names.TryAdd(volume, $"anonymous:{Text(container, "name")}:{Text(mount, "containerPath")}");
            }

            mount["sourceVolume"] = names.GetValueOrDefault(volume, volume);
            Drop(mount, "readOnly", "false");
        }

        Items(container, "volumesFrom").ToList().ForEach(from => Drop(from, "readOnly", "false"));
        Items(container, "portMappings").ToList().ForEach(port => Drop(port, "hostPort", "0"));
        Linux(container);
        Drop(container["logConfiguration"], "options", "{}");
        SortBy(container, "environment", "name", "value");
        SortBy(container, "ulimits", "name");
        EmptyLists.ToList().ForEach(list => Drop(container, list, "[]"));
        Drop(container, "dockerLabels", "{}");
        Drop(container, "privileged", "false");
        Drop(container, "pseudoTerminal", "false");
        Drop(container, "readonlyRootFilesystem", "false");
        Drop(container, "cpu", "0");
    }

    private static void Linux(JsonObject container)
    {
        if (container["linuxParameters"] is not JsonObject linux)
        {
            return;
        }

        Drop(linux, "capabilities", "{}");
        Drop(linux, "devices", "[]");
        Drop(linux, "tmpfs", "[]");
        Items(linux, "tmpfs").ToList().ForEach(mount => Drop(mount, "mountOptions", "[]"));
        foreach (var device in Items(linux, "devices").Where(device => device["permissions"] is not null))
        {
            device["permissions"] = new JsonArray(
                [.. device["permissions"]!.AsArray().Select(item => item!.GetValue<string>()).Order().Select(item => JsonValue.Create(item))]);
        }

        Drop(container, "linuxParameters", "{}");
    }

    private static void Drop(JsonNode? owner, string name, string value)
    {
        if (owner is JsonObject members && members[name]?.ToJsonString() == value)
        {
            members.Remove(name);
        }
    }

    private static void SortBy(JsonObject owner, string name, params string[] keys)
    {
        if (owner[name] is JsonArray items)
        {
            owner[name] = new JsonArray([.. items.Select(item => item!.DeepClone())
                .OrderBy(item => string.Join('\0', keys.Select(key => Text(item.AsObject(), key))), StringComparer.Ordinal)]);
        }
    }

    private static IEnumerable<JsonObject> Items(JsonObject owner, string name) => owner[name]?.AsArray().Select(item => item!.AsObject()) ?? [];

    private static string Text(JsonObject owner, string name) => owner[name]?.GetValue<string>() ?? "";

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Sorted(member.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(item => Sorted(item!))]),
        _ => node.DeepClone(),
    };

    [GeneratedRegex(@"^volume-\d+$")]
    private static partial Regex Automatic();

    [GeneratedRegex(@"^arn:.*:task-definition/|:\d+$")]
    private static partial Regex Revision();
}
