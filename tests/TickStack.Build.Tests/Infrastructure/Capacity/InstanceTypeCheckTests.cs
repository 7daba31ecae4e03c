using TickStack.Build.Errors;
using TickStack.Build.Infrastructure.Capacity;
using TickStack.Build.Tools.Ec2;

namespace TickStack.Build.Tests.Infrastructure.Capacity;

public class InstanceTypeCheckTests
{
    // What the four containers of the stack reserve, on x86_64.
    private static readonly StackNeeds Needs = new(1536, 8704, 2, "x86_64");

    private static readonly FakeTypes Types = new(
        X86("t3.medium", 2, 4), X86("t3.large", 2, 8), X86("t3.xlarge", 4, 16, interfaces: 4), X86("t3a.xlarge", 4, 16, interfaces: 4),
        X86("m5.large", 2, 8), X86("m5.xlarge", 4, 16, interfaces: 4), X86("r5.large", 2, 16), X86("r5a.large", 2, 16), X86("r5.xlarge", 4, 32, interfaces: 4),
        new InstanceTypeSpec("r6g.large", 2, 16384, 3, ["arm64"]), X86("r3.large", 2, 15, interfaces: 2));

    [Theory]
    [InlineData("r5.large")]
    [InlineData("r5a.large")]
    [InlineData("m5.xlarge")]
    public Task What_carries_both_tasks_is_taken(string type) => CheckAsync(type, "eu-west-1a");

    [Theory]
    [InlineData("t3.medium", "it has 3932 MiB of memory beside the agent, and 8704 are needed")]
    [InlineData("m5.large", "it has 7864 MiB of memory beside the agent, and 8704 are needed")]
    [InlineData("r3.large", "it has 2 network interfaces, one for itself and one for each task, and 3 are needed")]
    [InlineData("r6g.large", "it is arm64, and the images are x86_64")]
    [InlineData("r9.huge", "the region has no such type")]
    public async Task What_does_not_is_refused_with_what_it_lacks(string type, string lack) =>
        (await FailureAsync(type)).Message.ShouldContain($"infrastructure.instanceType {type} does not carry the stack: {lack}");

    [Fact]
    public async Task The_smallest_types_of_the_same_and_the_neighbouring_families_are_named() =>
        (await FailureAsync("t3.medium")).Problems[0].Remedy.ShouldBe("the smallest that do: t3.xlarge, r5.large, r5a.large, m5.xlarge");

    [Fact]
    public async Task A_type_that_the_volumes_zone_does_not_offer_is_refused_and_not_named_either()
    {
        var failure = await FailureAsync("r5a.large", "eu-west-1b");

        failure.Message.ShouldContain("eu-west-1b, the data volume's zone, does not offer it");
        failure.Problems[0].Remedy!.ShouldNotContain("r5a.large");
        failure.Problems[0].Remedy!.ShouldContain("r5.large");
    }

    private static InstanceTypeSpec X86(string name, int cpus, int gibibytes, int interfaces = 3) => new(name, cpus, gibibytes * 1024, interfaces, ["x86_64"]);

    private static Task CheckAsync(string type, string? zone) => new InstanceTypeCheck(Types).RequireAsync(type, zone, Needs, TestContext.Current.CancellationToken);

    private static Task<FailureException> FailureAsync(string type, string? zone = null) => Should.ThrowAsync<FailureException>(() => CheckAsync(type, zone));

    private sealed class FakeTypes(params InstanceTypeSpec[] types) : IInstanceTypes
    {
        public Task<InstanceTypeSpec?> FindAsync(string name, CancellationToken cancellationToken) => Task.FromResult(types.FirstOrDefault(type => type.Name == name));

        public Task<IReadOnlyList<InstanceTypeSpec>> OfClassesAsync(IEnumerable<string> classes, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<InstanceTypeSpec>>([.. types.Where(type => classes.Any(letter => type.Name.StartsWith(letter, StringComparison.Ordinal)))]);

        public Task<IReadOnlySet<string>> OfferedAsync(string zone, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<string>>(types.Select(type => type.Name).Where(name => zone != "eu-west-1b" || name != "r5a.large").ToHashSet());
    }
}
