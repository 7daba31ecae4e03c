namespace TickStack.Build.Tests.EcsCli;

/// <summary>Valid members of the two files, one per line, where they may stand together.</summary>
internal static class ManifestKeys
{
    /// <summary>Of every version. Ports have no host port: several services would claim the same one.</summary>
    public static readonly string[] Common = Lines("""
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

    public static readonly string[] OneAndTwo = Lines("""
        "cpu_shares": 100
        "mem_limit": "1g"
        "mem_reservation": "512m"
        "volumes_from": ["web:ro"]
        """);

    public static readonly string[] One = Lines("""
        "log_driver": "syslog", "log_opt": {"tag": "t", "address": "a"}
        """);

    public static readonly string[] TwoAndThree = Lines("""
        "logging": {"driver": "json-file", "options": {"max-size": "1m", "max-file": "4"}}
        "healthcheck": {"test": ["CMD", "true"], "interval": "30s", "retries": 3}
        "sysctls": {"net.b": "1", "net.a": "2"}
        "stop_grace_period": "1m30s"
        """);

    public static readonly string[] OfService = Lines("""
        "cpu_shares": 256
        "mem_limit": "2g"
        "mem_reservation": "256m"
        "init_process_enabled": true
        "gpu": "1"
        "repository_credentials": {"credentials_parameter": "arn"}
        "healthcheck": {"test": "curl", "timeout": 5, "start_period": "1m"}
        "secrets": [{"value_from": "b", "name": "SECRET_B"}, {"name": "SECRET_A", "value_from": "${SET}"}]
        """);

    public static readonly string[] OfTask = Lines("""
        "task_role_arn": "${SET}"
        "pid_mode": "host"
        "ipc_mode": "none"
        "task_size": {"mem_limit": "8GB", "cpu_limit": "1024"}
        "placement_constraints": [{"expression": "a == b", "type": "memberOf"}]
        """);

    public static readonly string[] OfVolumes = Lines("""
        "docker_volumes": [{"name":"data", "scope":"shared", "autoprovision":true, "driver":"d", "driver_opts": {"b":"1","a":"2"}, "labels": {"b":"1","a":"2"}}]
        "efs_volumes": [{"name": "data", "filesystem_id": "fs-1", "transit_encryption": "ENABLED", "iam": "ENABLED"}]
        """);

    public static readonly string[] OfRun = Lines("""
        "task_placement": {"strategy": [{"type": "spread", "field": "instanceId"}], "constraints": [{"type": "distinctInstance"}]}
        "service_discovery": {"container_name": "web", "container_port": 8080, "public_dns_namespace": {"id": "ns"}, "service_discovery_service": {"name": "s"}}
        """);

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries);
}
