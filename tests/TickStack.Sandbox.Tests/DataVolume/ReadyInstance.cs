namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>How a run has to end that was not refused, whatever happened before it.</summary>
internal static class ReadyInstance
{
    public static async Task ShouldBeReadyAsync(this ContainerInstance instance, EbsVolume volume, ScriptRun run, string context = "")
    {
        run.ExitCode.ShouldBe(0, context + run.Log);
        var facts = (await instance.ShellAsync(
            """
            mountpoint -d /data
            stat -c '%n %u %a' /data/influxdb /data/kapacitor /data/chronograf
            findmnt -n -o OPTIONS /data | tr , '\n' | grep -x -e rw -e ro
            """)).Log;
        var minor = volume.Device["/dev/loop".Length..];
        facts.ShouldBe($"7:{minor}\n/data/influxdb 1500 755\n/data/kapacitor 0 755\n/data/chronograf 0 755\nrw\n", context + run.Log);

        var (uuid, type) = await volume.FileSystemAsync();
        instance.Read("/etc/fstab").ShouldBe(
            $"""
             #
             UUID=00000000-0000-4000-8000-000000000001 / xfs defaults,noatime 1 1
             UUID={uuid} /data {type} defaults,noatime,nofail,x-systemd.growfs 0 2

             """, context);
        instance.Read("/etc/ecs/ecs.config").ShouldBe("ECS_CLUSTER=tick\nECS_AWSVPC_BLOCK_IMDS=true\nECS_CONTAINER_STOP_TIMEOUT=2m\n", context);
        instance.AgentRuns.ShouldBeTrue(context + run.Log);
        (await volume.HolderAsync()).ShouldBe(instance.Id, context);
        DateTimeOffset.TryParse(await volume.RecordAsync(), out _).ShouldBeTrue($"{context}{await volume.RecordAsync()}");
    }
}
