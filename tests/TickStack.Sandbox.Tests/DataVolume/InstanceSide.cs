using TickStack.Build.Processes;

namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>The real AWS CLI on the emulator, kept loaded, and the metadata service.</summary>
internal static class InstanceSide
{
    // Where pip puts it, and where Debian does.
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3"];

    public static async Task<HeldProcess> StartAsync(Uri emulator) =>
        await HeldProcess.StartAsync(await InterpreterAsync(), [Scripts.PathOf("aws.py"), emulator.ToString()], new Dictionary<string, string>
        {
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        });

    private static async Task<string> InterpreterAsync()
    {
        foreach (var interpreter in Interpreters)
        {
            if ((await new MachineCommands(new ChildProcesses())
                .RunAsync(new Command(interpreter, "-c", "import awscli.clidriver"), CancellationToken.None)).Succeeded)
            {
                return interpreter;
            }
        }

        throw new InvalidOperationException($"No AWS CLI in {string.Join(" or ", Interpreters)}: apt-get install awscli");
    }
}
