using System.Text.Json.Nodes;
using CsCheck;

namespace TickStack.Build.Tests.Manifests;

/// <summary>Valid pairs of files: every version, any of the keys that it knows, any section of ecs-params.</summary>
internal static class ManifestGen
{
    private static readonly string[] Names = ["web", "api", "log", "db"];

    // Keys of every version, then those of 1 and 2, of 1, of 2 and 3. Ports have no host port: several services would claim the same one.
    private static readonly string[] Common = Lines("""
        "command": "run --a 'b c'"
        "entrypoint": ["/init", "--"]
        "hostname": "h"
        "user": "1500"
        "working_dir": "/srv"
        "privileged": true
        "read_only": true
        "tty": false
        "labels": {"b": "1", "a": "2"}
        "labels": ["b=1", "a"]
        "environment": {"B": "1", "A": "${SET}", "SET": null}
        "environment": ["B=${UNSET:-x}", "A=$$"]
        "links": ["web"]
        "ports": ["80", "7000-7002/udp"]
        "extra_hosts": {"b": "10.0.0.1", "a": "10.0.0.2"}
        "dns": ["10.0.0.2", "10.0.0.1"]
        "dns_search": "x.example"
        "volumes": ["/two:/2", "/one:/1:ro", "/scratch", "data:/data"]
        "volumes": ["/one:/one", "/three:/3"]
        "tmpfs": ["/run:size=64m,noexec"]
        "devices": ["/dev/fuse:/dev/fuse:rw"]
        "shm_size": "64m"
        "ulimits": {"nproc": 512, "nofile": {"soft": 1, "hard": 2}}
        "cap_add": ["NET_ADMIN", "ALL"]
        "cap_drop": ["MKNOD"]
        "security_opt": ["no-new-privileges"]
        "restart": "always"
        "depends_on": ["web"]
        "container_name": "c"
        "networks": ["n"]
        "deploy": {"replicas": 2, "mode": "replicated"}
        """);

    private static readonly string[] OneAndTwo = Lines("""
        "cpu_shares": 100
        "mem_limit": "1g"
        "mem_reservation": "512m"
        "volumes_from": ["web:ro"]
        """);

    private static readonly string[] One = Lines("""
        "log_driver": "syslog", "log_opt": {"tag": "t", "address": "a"}
        """);

    private static readonly string[] TwoAndThree = Lines("""
        "logging": {"driver": "json-file", "options": {"max-size": "1m", "max-file": "4"}}
        "healthcheck": {"test": ["CMD", "true"], "interval": "30s", "retries": 3}
        "sysctls": {"net.b": "1", "net.a": "2"}
        "stop_grace_period": "1m30s"
        """);

    private static readonly string[] OfService = Lines("""
        "cpu_shares": 256
        "mem_limit": "2g"
        "mem_reservation": "256m"
        "init_process_enabled": true
        "gpu": "1"
        "repository_credentials": {"credentials_parameter": "arn"}
        "healthcheck": {"test": "curl", "timeout": 5, "start_period": "1m"}
        "secrets": [{"value_from": "b", "name": "SECRET_B"}, {"name": "SECRET_A", "value_from": "${SET}"}]
        """);

    private static readonly string[] OfTask = Lines("""
        "task_role_arn": "${SET}"
        "pid_mode": "host"
        "ipc_mode": "none"
        "task_size": {"mem_limit": "8GB", "cpu_limit": "1024"}
        "placement_constraints": [{"expression": "a == b", "type": "memberOf"}]
        """);

    private static readonly string[] OfVolumes = Lines("""
        "docker_volumes": [{"name": "data", "scope": "shared", "autoprovision": true, "driver": "d", "driver_opts": {"b": "1", "a": "2"}, "labels": {"b": "1", "a": "2"}}]
        "efs_volumes": [{"name": "data", "filesystem_id": "fs-1", "transit_encryption": "ENABLED", "iam": "ENABLED"}]
        """);

    private static readonly string[] OfRun = Lines("""
        "task_placement": {"strategy": [{"type": "spread", "field": "instanceId"}], "constraints": [{"type": "distinctInstance"}]}
        "service_discovery": {"container_name": "web", "container_port": 8080, "public_dns_namespace": {"id": "ns"}, "service_discovery_service": {"name": "s"}}
        """);

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
        "1" => [.. Common, .. OneAndTwo, .. One],
        "2" => [.. Common, .. OneAndTwo, .. TwoAndThree],
        _ => [.. Common, .. TwoAndThree],
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
        foreach (var service in services.Select(member => member.Value!.AsObject()).Where(_ => services.Any(other => other.Value!.AsObject().ContainsKey("deploy"))))
        {
            service["deploy"] = JsonNode.Parse("{\"mode\": \"replicated\", \"replicas\": 2}");
        }

        if (version == "1")
        {
            services["version"] = version;
            return services;
        }

        var file = new JsonObject { ["services"] = services, ["volumes"] = JsonNode.Parse("{\"data\": null, \"other\": {\"labels\": {\"b\": \"1\", \"a\": \"2\"}}}") };
        if (version.Length > 0)
        {
            file["version"] = version;
        }

        return file;
    }

    private static Gen<JsonObject?> Params(string version, string[] names) =>
        from isThere in Gen.Bool
        from task in Some(OfTask)
        from volumes in Any(OfVolumes)
        from run in Some(OfRun)
        from services in Some(OfService)
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

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>Any of the members, in any order; of those with the same key the last.</summary>
    private static Gen<JsonObject> Some(string[] members) => Gen.Shuffle(members).SelectMany(_ => Gen.Int[0, members.Length], (all, count) => Merge(all.Take(count)));

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
