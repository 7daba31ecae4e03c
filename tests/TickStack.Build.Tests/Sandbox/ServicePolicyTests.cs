using TickStack.Build.Sandbox;

namespace TickStack.Build.Tests.Sandbox;

public sealed class ServicePolicyTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Policy => Path.Combine(folder.Path, "policy-rc.d");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_stands_while_packages_are_installed_and_is_gone_afterwards()
    {
        var during = await new ServicePolicy(Policy).WithoutServicesAsync(() => File.ReadAllTextAsync(Policy, TestContext.Current.CancellationToken));

        during.ShouldContain("exit 101");
        File.Exists(Policy).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_gone_after_a_failure_too()
    {
        await Should.ThrowAsync<InvalidOperationException>(
            () => new ServicePolicy(Policy).WithoutServicesAsync<int>(() => throw new InvalidOperationException()));

        File.Exists(Policy).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_elses_stays_as_it_is()
    {
        folder.Write("policy-rc.d", "#!/bin/sh\nexit 101\n");

        await new ServicePolicy(Policy).WithoutServicesAsync(() => Task.FromResult(0));

        (await File.ReadAllTextAsync(Policy, TestContext.Current.CancellationToken)).ShouldBe("#!/bin/sh\nexit 101\n");
    }

    [Fact]
    public async Task One_that_a_killed_run_left_behind_is_removed_by_the_next()
    {
        var ours = await new ServicePolicy(Policy).WithoutServicesAsync(() => File.ReadAllTextAsync(Policy, TestContext.Current.CancellationToken));
        folder.Write("policy-rc.d", ours);

        await new ServicePolicy(Policy).WithoutServicesAsync(() => Task.FromResult(0));

        File.Exists(Policy).ShouldBeFalse();
    }
}
