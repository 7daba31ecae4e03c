using System.Text.Json.Nodes;
using TickStack.Build.Processes;
using TickStack.Failures;
using TickStack.Sandbox.Tests.DataVolume;
using TickStack.Sandbox.Tests.Http;
using TickStack.Sandbox.Tests.Sandbox;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>Backup and restore, with the instance's start-up script, a real InfluxDB, and a device for each volume's content.</summary>
[Collection(nameof(RestoredStackTests))]
[Trait("Category", "Sandbox")]
public class RestoreTests(RestoredStackFixture stack, SandboxEngine engine)
{
    private static readonly string[] Restore = ["--target=Restore", "--snapshot=latest", "--confirm=sandbox"];

    private readonly EmulatedEc2 ec2 = new(stack.Tree.EmulatorUrl);

    [Fact]
    public async Task A_restore_brings_back_the_backups_points_and_keeps_later_ones_on_the_old_volume()
    {
        await stack.SettleAsync();
        await using var side = await InstanceSide.StartAsync(new Uri(stack.Tree.EmulatorUrl));
        await using var disk = await LoopDevice.CreateAsync(320);
        await disk.ShellAsync("""mkfs.xfs -q -L tick-data "$1" """); // as the volume has been since the first deploy
        var volume = await VolumeAsync();

        HostRun run;
        LoopDevice copy;
        await using (var instance = await BootAsync(side, disk, volume))
        {
            await using var influxdb = await InfluxDbTask.StartAsync(instance, await ImageFilesAsync());
            await influxdb.WriteAsync("early value=1");
            copy = await BackUpAsync(instance, disk);
            await influxdb.WriteAsync("late value=2");

            var restore = stack.Tree.Start(Restore);
            await restore.UntilPrintedAsync("tick-sandbox-influxdb: stopped");
            await influxdb.DisposeAsync();
            (await instance.ShellAsync("umount /data")).ShouldSucceed();
            run = (await restore.EndAsync()).ShouldEndWith(0);
        }

        var restored = await VolumeAsync();
        restored.ShouldNotBe(volume);
        ShouldBeInOrder(run.Output, "making a volume from snap-", "tick-sandbox-tick: stopped", "tick-sandbox-influxdb: stopped",
            $"aws_ebs_volume.data is {restored} now", "applying",
            "tick-sandbox-influxdb: 1 of 1 running", "tick-sandbox-tick: 1 of 1 running", $"the stack runs on {restored}", $"{volume} is kept");
        await using (copy)
        await using (var instance = await BootAsync(side, copy, restored))
        await using (var influxdb = await InfluxDbTask.StartAsync(instance, await ImageFilesAsync()))
        {
            (await influxdb.QueryAsync("SELECT value FROM early")).ShouldEndWith(",1\n");
            (await influxdb.QueryAsync("SHOW MEASUREMENTS")).ShouldNotContain("late");
        }

        await using var elsewhere = await ContainerInstance.StartAsync("i-00000000", "", new Uri(side.FirstLine));
        await elsewhere.PlugAsync(disk, volume);
        (await elsewhere.ShellAsync("mkdir /data && mount /dev/nvme1n1 /data")).ShouldSucceed();
        await using var before = await InfluxDbTask.StartAsync(elsewhere, await ImageFilesAsync());
        (await before.QueryAsync("SELECT value FROM late")).ShouldEndWith(",2\n");
        (await ec2.VolumesAsync())[volume].ShouldBe("available");
    }

    [Fact]
    public async Task A_killed_restore_is_finished_by_the_next_run_and_no_deploy_starts_before()
    {
        await stack.SettleAsync();
        (await stack.Tree.RunAsync("--target=Backup")).ShouldEndWith(0);
        var volumes = await ec2.VolumesAsync();
        await KillAtAsync("DeleteTags");

        stack.ChangeTelegraf();
        var deploy = (await stack.DeployTickAsync()).ShouldEndWith((int)ExitCode.Unavailable);
        deploy.Output.ShouldMatch(@"a restore of snap-\w+ onto vol-\w+ has not ended");
        deploy.Output.ShouldContain("→ wait for it; if its run was cut short, finish it: --target=Restore --snapshot=snap-");

        (await stack.Tree.RunAsync("--target=Scale", "--desired-count=1")).ShouldEndWith((int)ExitCode.Unavailable).Output.ShouldContain("has not ended");

        var finished = (await stack.Tree.RunAsync(Restore)).ShouldEndWith(0);
        finished.Output.ShouldMatch(@"goes on with a restore of snap-\w+ that was cut short");
        (await ec2.VolumesAsync()).Count.ShouldBe(volumes.Count + 1);
        (await stack.Tree.RunAsync("--target=Plan-Infrastructure")).ShouldEndWith(0).Output.ShouldContain("terraform/cluster: no changes");
        (await stack.DeployTickAsync()).ShouldEndWith(0);
        (await stack.Tree.RunAsync("--target=Status")).ShouldEndWith(0);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_nothing_is_restored_without_the_environments_name()
    {
        await stack.SettleAsync();
        (await stack.Tree.RunAsync("--target=Backup")).ShouldEndWith(0);
        var volumes = await ec2.VolumesAsync();

        (await stack.Tree.RunAsync("--target=Restore", "--snapshot=latest"))
            .ShouldEndWith((int)ExitCode.InvalidInput).Output.ShouldContain("→ Run it again with --confirm=sandbox.");
        (await stack.Tree.RunAsync("--target=Restore", "--snapshot=latest", "--confirm=production")).ShouldEndWith((int)ExitCode.InvalidInput)
            .Output.ShouldContain("--confirm=production is not the environment that this run works on: that is 'sandbox'.");

        (await ec2.VolumesAsync()).ShouldBe(volumes);
        stack.Ecs.Operations.ShouldNotContain("UpdateService");
    }

    /// <summary>With the tags of the new volume in place, and of the old one half taken away; Terraform's state knows nothing of it yet.</summary>
    private async Task KillAtAsync(string operation)
    {
        var held = new TaskCompletionSource();
        using var proxy = new EmulatorProxy(stack.Tree.EmulatorUrl) { Rule = Rules.Hold(operation, held) };
        stack.Tree.With("AWS_ENDPOINT_URL_EC2", proxy.Url);
        try
        {
            var restore = stack.Tree.Start(Restore);
            (await Task.WhenAny(held.Task, restore.EndAsync())).ShouldBe(held.Task, restore.Output);
            restore.Kill();
            await restore.EndAsync();
        }
        finally
        {
            stack.Tree.With("AWS_ENDPOINT_URL_EC2", null);
        }
    }

    // As a snapshot holds one moment, so does a copy while the file system holds its breath.
    private async Task<LoopDevice> BackUpAsync(ContainerInstance instance, LoopDevice disk)
    {
        (await instance.ShellAsync("fsfreeze --freeze /data")).ShouldSucceed();
        try
        {
            (await stack.Tree.RunAsync("--target=Backup")).ShouldEndWith(0);
            return await disk.CopyAsync();
        }
        finally
        {
            (await instance.ShellAsync("fsfreeze --unfreeze /data")).ShouldSucceed();
        }
    }

    /// <summary>The group's instance, with the volume's content behind its device, once its start-up script has ended.</summary>
    private async Task<ContainerInstance> BootAsync(HeldProcess side, LoopDevice disk, string volume)
    {
        var instance = await ContainerInstance.StartAsync(await ec2.InstanceAsync(), await ec2.UserDataAsync(), new Uri(side.FirstLine));
        await instance.PlugAsync(disk, volume);
        var run = await instance.RunAsync(new ScriptOptions());
        run.ShouldSucceed();
        run.Log.ShouldContain($"done: {volume}");
        return instance;
    }

    private async Task<string> VolumeAsync()
    {
        var outputs = JsonNode.Parse(await File.ReadAllTextAsync(stack.Tree.PathOf("artifacts/sandbox/infrastructure/cluster.json")))!;
        return (await ec2.VolumesAsync()).Keys.Single(id => id == (string)outputs["dataVolumeId"]!);
    }

    private async Task<Command> ImageFilesAsync()
    {
        var image = JsonNode.Parse(await File.ReadAllTextAsync(stack.Tree.PathOf("artifacts/sandbox/images/influxdb.json")))!;
        var docker = await engine.OpenAsync(TestContext.Current.CancellationToken);
        const string Export = "id=$(docker create \"$1\"); docker export \"$id\"; docker rm \"$id\" >&2";
        return new Command("/bin/sh", "-euc", Export, "sh", $"{image["repository"]}:{image["tag"]}") { Variables = docker.Variables };
    }

    private static void ShouldBeInOrder(string output, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = output.IndexOf(part, at, StringComparison.Ordinal);
            found.ShouldBeGreaterThanOrEqualTo(0, $"'{part}' after {at} in:\n{output}");
            at = found;
        }
    }
}
