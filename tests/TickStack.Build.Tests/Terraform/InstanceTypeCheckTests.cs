using NSubstitute;
using TickStack.Build.Aws;
using TickStack.Build.Terraform;
using TickStack.Failures;

namespace TickStack.Build.Tests.Terraform;

public class InstanceTypeCheckTests
{
    // What the four containers of the stack reserve, on x86_64.
    private static readonly StackNeeds Needs = new(1536, 8704, 2, "x86_64");

    private static readonly FakeTypes Types = new(
        X86("t3.medium", 2, 4), X86("t3.large", 2, 8), X86("t3.xlarge", 4, 16, interfaces: 4), X86("t3a.xlarge", 4, 16, interfaces: 4),
        X86("m5.large", 2, 8), X86("m5.xlarge", 4, 16, interfaces: 4), X86("r5.large", 2, 16), X86("r5a.large", 2, 16), X86("r5.xlarge", 4, 32, interfaces: 4),
        Arm("r6g.large", 2, 16, interfaces: 3), Arm("x2gd.medium", 1, 16, interfaces: 2), X86("r3.large", 2, 15, interfaces: 2) with { Nitro = false },
        X86("r5n.small", 2, 16, interfaces: 2));

    // Of the images for ARM, as small as the smallest type that has but two interfaces.
    private static readonly StackNeeds SmallArm = new(1024, 8704, 2, "arm64");

    private readonly IAccountSettings account = Substitute.For<IAccountSettings>();

    [Theory]
    [InlineData("r5.large")]
    [InlineData("r5a.large")]
    [InlineData("m5.xlarge")]
    public Task What_carries_both_tasks_is_taken(string type) => CheckAsync(type, "eu-west-1a");

    [Theory]
    [InlineData("t3.medium", "it has 3932 MiB of memory beside the agent, and 8704 are needed")]
    [InlineData("m5.large", "it has 7864 MiB of memory beside the agent, and 8704 are needed")]
    [InlineData("r5n.small", "it has 2 network interfaces, one for itself and one for each task, and 3 are needed")]
    [InlineData("r3.large", "it has 2 network interfaces, one for itself and one for each task, and 3 are needed")]
    [InlineData("r6g.large", "it is arm64, and the images are x86_64")]
    [InlineData("r9.huge", "the region has no such type")]
    public async Task What_does_not_is_refused_with_what_it_lacks(string type, string lack) =>
        (await FailureAsync(type)).Message.ShouldContain($"infrastructure.instanceType {type} does not carry the stack: {lack}");

    [Fact]
    public async Task An_ARM_type_is_taken_for_images_of_its_architecture_and_an_x86_one_is_not()
    {
        await CheckAsync("r6g.large", needs: Needs with { Architecture = "arm64" });

        (await FailureAsync("r5.large", needs: Needs with { Architecture = "arm64" })).Message.ShouldContain("it is x86_64, and the images are arm64");
    }

    [Theory]
    [InlineData("r5.large")]
    [InlineData("t3.medium")]
    [InlineData("r3.large")]
    [InlineData("r5n.small")]
    public async Task The_account_is_not_asked_where_a_trunk_changes_nothing(string type)
    {
        account.TrunksAsync(Arg.Any<CancellationToken>()).Returns(true);
        await Record.ExceptionAsync(() => CheckAsync(type));

        await account.DidNotReceive().TrunksAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_trunk_gives_no_memory_and_a_burstable_type_has_none()
    {
        account.TrunksAsync(Arg.Any<CancellationToken>()).Returns(true);

        var failure = await FailureAsync("t3.medium", needs: Needs with { Tasks = 3 });

        failure.Message.ShouldContain("it has 3932 MiB of memory");
        failure.Message.ShouldContain("it has 3 network interfaces, one for itself and one for each task, and 4 are needed");
        failure.Problems[0].Remedy!.ShouldNotContain("trunking");
    }

    [Fact]
    public async Task Two_interfaces_are_enough_with_trunking()
    {
        account.TrunksAsync(Arg.Any<CancellationToken>()).Returns(true);

        await CheckAsync("x2gd.medium", needs: SmallArm);
    }

    [Fact]
    public async Task Two_interfaces_are_not_enough_without_it_and_the_remedy_says_how_to_turn_it_on()
    {
        var failure = await FailureAsync("x2gd.medium", needs: SmallArm);

        failure.Message.ShouldContain("it has 2 network interfaces");
        failure.Problems[0].Remedy.ShouldBe(
            "the smallest that do: r6g.large; or turn trunking on: aws ecs put-account-setting-default --name awsvpcTrunking --value enabled");
    }

    [Theory]
    [InlineData("r5.large", true, true)]
    [InlineData("m7i-flex.large", true, true)]
    [InlineData("trn1.2xlarge", true, true)]
    [InlineData("m4.large", false, false)]
    [InlineData("t4g.large", true, false)]
    [InlineData("r5n.large", true, false)]
    [InlineData("u-6tb1.112xlarge", true, false)]
    public void Trunks_are_for_Nitro_types_but_not_for_all(string type, bool nitro, bool supported) =>
        Trunking.IsSupportedBy(X86(type, 2, 16) with { Nitro = nitro }).ShouldBe(supported);

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

    private static InstanceTypeSpec X86(string name, int cpus, int gibibytes, int interfaces = 3) =>
        new(name, cpus, gibibytes * 1024, interfaces, ["x86_64"], Nitro: true);

    private static InstanceTypeSpec Arm(string name, int cpus, int gibibytes, int interfaces) =>
        new(name, cpus, gibibytes * 1024, interfaces, ["arm64"], Nitro: true);

    private Task CheckAsync(string type, string? zone = null, StackNeeds? needs = null) =>
        new InstanceTypeCheck(Types, account).RequireAsync(type, zone, needs ?? Needs, TestContext.Current.CancellationToken);

    private Task<FailureException> FailureAsync(string type, string? zone = null, StackNeeds? needs = null) =>
        Should.ThrowAsync<FailureException>(() => CheckAsync(type, zone, needs));

    private sealed class FakeTypes(params InstanceTypeSpec[] types) : IInstanceTypes
    {
        public Task<InstanceTypeSpec?> FindAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(types.FirstOrDefault(type => type.Name == name));

        public Task<IReadOnlyList<InstanceTypeSpec>> OfClassesAsync(IEnumerable<string> classes, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<InstanceTypeSpec>>(
                [.. types.Where(type => classes.Any(letter => type.Name.StartsWith(letter, StringComparison.Ordinal)))]);

        public Task<IReadOnlySet<string>> OfferedAsync(string zone, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlySet<string>>(types.Select(type => type.Name).Where(name => zone != "eu-west-1b" || name != "r5a.large").ToHashSet());
    }
}
