using System.Text.Json.Nodes;
using CsCheck;

namespace TickStack.Build.Tests.EcsCli;

/// <summary>Valid pairs of files: every version, any of the keys that it knows, any section of ecs-params.</summary>
internal static class ManifestGen
{
    private static readonly string[] Names = ["web", "api", "log", "db"];

    public static Gen<ManifestPair> Pair { get; } =
        from version in Any("1", "2", "3", "3.0", "")
        from names in Gen.Int[1, Names.Length].Select(count => Names[..count])
        from services in Services(version, names)
        from ecsParams in Params(version, names)
        select new ManifestPair(Compose(version, services), ecsParams);

    private static Gen<JsonObject> Services(string version, string[] names) => names
        .Select(name => Some(KeysOf(version)).Select(keys => KeyValuePair.Create(name, (JsonNode?)Service(name, keys))))
        .Aggregate(Gen.Const(Enumerable.Empty<KeyValuePair<string, JsonNode?>>()), (all, one) => all.SelectMany(_ => one, (list, item) => list.Append(item)))
        .Select(members => new JsonObject(members));

    private static string[] KeysOf(string version) => version switch
    {
        "1" => [.. ManifestKeys.Common, .. ManifestKeys.OneAndTwo, .. ManifestKeys.One],
        "2" => [.. ManifestKeys.Common, .. ManifestKeys.OneAndTwo, .. ManifestKeys.TwoAndThree],
        _ => [.. ManifestKeys.Common, .. ManifestKeys.TwoAndThree],
    };

    // The first service is always there, so that others may name it, and it alone says on which ports it listens for discovery.
    private static JsonObject Service(string name, JsonObject keys)
    {
        keys["image"] = $"{name}:1";
        foreach (var key in name == Names[0] ? new[] { "links", "volumes_from" } : [])
        {
            keys.Remove(key);
        }

        keys.Remove(keys.ContainsKey("mem_limit") ? "mem_reservation" : "");
        if (name == Names[0])
        {
            keys["ports"] = new JsonArray("8080");
        }

        return keys;
    }

    private static JsonObject Compose(string version, JsonObject services)
    {
        var isDeployed = services.Any(service => service.Value!.AsObject().ContainsKey("deploy"));
        foreach (var service in services.Select(member => member.Value!.AsObject()).Where(_ => isDeployed))
        {
            service["deploy"] = JsonNode.Parse("{\"mode\": \"replicated\", \"replicas\": 2}");
        }

        if (version == "1")
        {
            services["version"] = version;
            return services;
        }

        var file =
            new JsonObject { ["services"] = services, ["volumes"] = JsonNode.Parse("{\"data\": null, \"other\": {\"labels\": {\"b\": \"1\", \"a\": \"2\"}}}") };
        if (version.Length > 0)
        {
            file["version"] = version;
        }

        return file;
    }

    private static Gen<JsonObject?> Params(string version, string[] names) =>
        from isThere in Gen.Bool
        from task in Some(ManifestKeys.OfTask)
        from volumes in Any(ManifestKeys.OfVolumes)
        from run in Some(ManifestKeys.OfRun)
        from services in Some(ManifestKeys.OfService)
        select isThere ? Params(task, version == "1" ? "" : volumes, run, names, services) : null;

    private static JsonObject Params(JsonObject task, string volumes, JsonObject run, string[] names, JsonObject service)
    {
        task["task_execution_role"] = "role";
        task["services"] = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)service.DeepClone())));
        foreach (var member in JsonNode.Parse($"{{{volumes}}}")!.AsObject())
        {
            task[member.Key] = member.Value!.DeepClone();
        }

        return new JsonObject { ["version"] = 1, ["task_definition"] = task, ["run_params"] = run };
    }

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    /// <summary>Any of the members, in any order; of those with the same key the last.</summary>
    private static Gen<JsonObject> Some(string[] members) =>
        Gen.Shuffle(members).SelectMany(_ => Gen.Int[0, members.Length], (all, count) => Merge(all.Take(count)));

    private static JsonObject Merge(IEnumerable<string> members)
    {
        var merged = new JsonObject();
        foreach (var member in members.SelectMany(text => JsonNode.Parse($"{{{text}}}")!.AsObject()))
        {
            merged[member.Key] = member.Value?.DeepClone();
        }

        return merged;
    }
}
