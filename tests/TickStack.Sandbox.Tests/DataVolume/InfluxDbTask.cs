using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>The stack's InfluxDB, running on an instance with its data on the volume.</summary>
internal sealed class InfluxDbTask : IAsyncDisposable
{
    private const string Root = "/opt/influxdb";
    private const string Password = "Admin_secret-1";

    // An attempt takes a tenth of a second and more: minutes, on a machine that does other things as well.
    private const int Attempts = 600;

    private readonly ContainerInstance instance;
    private readonly HeldProcess process;

    private InfluxDbTask(ContainerInstance instance, HeldProcess process)
    {
        this.instance = instance;
        this.process = process;
    }

    /// <param name="instance">Its start-up script has mounted the volume.</param>
    /// <param name="files">Writes the image's files as a tar file.</param>
    public static async Task<InfluxDbTask> StartAsync(ContainerInstance instance, Command files)
    {
        Directory.CreateDirectory(instance.PathOf(Root));
        string[] unpack = ["-euc", "root=$1; shift; \"$@\" | tar -x -C \"$root\"", "sh", instance.PathOf(Root), files.Program, .. files.Arguments];
        var unpacked = await new MachineCommands(new ChildProcesses()).RunAsync(
            new Command("/bin/sh", unpack) { Variables = files.Variables },
            TestContext.Current.CancellationToken);
        unpacked.Succeeded.ShouldBeTrue(unpacked.Error);
        var task = new InfluxDbTask(instance, await instance.HoldAsync(Scripts.PathOf("influxdb.sh"), [Root], new Dictionary<string, string>
        {
            ["INFLUXDB_ADMIN_USER"] = "admin",
            ["INFLUXDB_ADMIN_PASSWORD"] = Password,
            ["INFLUXDB_WRITE_USER"] = "telegraf",
            ["INFLUXDB_WRITE_USER_PASSWORD"] = "Write_secret-2",
            ["INFLUXDB_DB"] = "telegraf",
            ["INFLUXDB_DB_RETENTION"] = "90d",
            ["INFLUXDB_DB_SHARD_DURATION"] = "1d",
        }));
        await task.WaitAsync();
        return task;
    }

    /// <param name="point">Line protocol.</param>
    public async Task WriteAsync(string point) => (await AskAsync($"INSERT {point}")).ShouldSucceed();

    /// <returns>CSV.</returns>
    public async Task<string> QueryAsync(string statement)
    {
        var answer = await AskAsync(statement);
        answer.ShouldSucceed();
        return answer.Log;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private async Task WaitAsync()
    {
        for (var attempt = 0; (await AskAsync("SHOW DATABASES")) is { Log: var log } answer
            && (answer.ExitCode != 0 || !log.Contains("telegraf", StringComparison.Ordinal)); attempt++)
        {
            attempt.ShouldBeLessThan(Attempts, log);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private Task<ScriptRun> AskAsync(string statement) => instance.ShellAsync(
        $"""
         export INFLUX_USERNAME=admin INFLUX_PASSWORD={Password}
         nsenter --target={process.FirstLine} --net chroot {Root} influx -host 127.0.0.1 -database telegraf -format csv -execute '{statement}'
         """);
}
