using NSubstitute;
using TickStack.Build.Artifacts;
using TickStack.Build.Aws;
using TickStack.Build.Processes;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Sandbox;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public sealed class LockedStateTests : IDisposable
{
    private const string Set = "TF_TICKSTACK_TEST_SET";
    private const string Unset = "TF_TICKSTACK_TEST_UNSET";
    private const string Same = "TF_TICKSTACK_TEST_SAME";
    private const string Foreign = "TICKSTACK_TEST_FOREIGN";

    private const string Id = "5b0b8f2c-52ab-a12b-9c1e-0d0c5a0a7f5e";

    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        Array.ForEach([Set, Unset, Same, Foreign], name => Environment.SetEnvironmentVariable(name, null));
        folder.Dispose();
    }

    [Fact]
    public async Task The_command_that_removes_the_lock_arrives_whole_in_the_users_own_shell()
    {
        // In place of terraform: it prints what it gets.
        var terraform = folder.Write("bin/terraform", $"#!/bin/sh\nprintf '%s\\n' \"$TF_DATA_DIR\" \"${Set}\" \"${{{Unset}-none}}\" \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(terraform, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var artifacts = new ArtifactStore(folder.Path + "/it's a tree/artifacts");
        var folders = new RootFolders(folder.Path + "/it's a tree", artifacts);
        var printed = await PrintedAsync(folders, new Dictionary<string, string?> { [Set] = "$HOME 'b\"", [Unset] = null });

        var shell = new Command("/bin/sh", "-c", printed)
        {
            Variables = new Dictionary<string, string?> { ["PATH"] = $"{folder.Path}/bin:/usr/bin:/bin", [Unset] = "the user's", [Set] = null },
        };
        var result = await new MachineCommands(new ChildProcesses()).RunAsync(shell, TestContext.Current.CancellationToken);

        var root = folders.Configuration(TerraformRoot.Registry);
        string[] arrived = [folders.WorkingData(TerraformRoot.Registry), "$HOME 'b\"", "none", $"-chdir={root}", "force-unlock", Id, ""];
        result.Output.Split('\n').ShouldBe(arrived, result.Error);
    }

    [Fact]
    public async Task It_names_only_what_Terraform_reads_and_the_users_own_environment_lacks()
    {
        Environment.SetEnvironmentVariable(Same, "same");
        var printed = await PrintedAsync(
            new RootFolders("/tree", new ArtifactStore("/tree/artifacts/production")),
            new Dictionary<string, string?> { [Set] = "http://127.0.0.1:1", [Same] = "same", [Foreign] = "unix:///run/docker.sock" });

        printed.ShouldBe(
            $"env {Set}=http://127.0.0.1:1 TF_DATA_DIR=/tree/artifacts/production/terraform/registry/.terraform "
            + $"terraform -chdir=/tree/terraform/registry force-unlock {Id}");
    }

    private static async Task<string> PrintedAsync(RootFolders folders, Dictionary<string, string?> variables)
    {
        Environment.SetEnvironmentVariable(Unset, "the user's");
        var cloud = Substitute.For<ICloud>();
        cloud.OpenAsync(Arg.Any<CancellationToken>()).Returns(CloudSession.Unchanged with { Variables = variables });
        var connection = new CloudConnection(cloud, new RunReport(), _ => Task.CompletedTask);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var failure = new LockedState(folders, connection).Explain(TerraformRoot.Registry, "terraform plan", new FailureException(StateLockTests.Refusal));
        return failure.Problems.Single().Remedy!.Split("is gone: ")[1];
    }
}
