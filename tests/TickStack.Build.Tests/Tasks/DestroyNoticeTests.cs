using TickStack.Build.Tasks;
using TickStack.Build.Terraform;
using TickStack.Build.Tests.Manifests;
using TickStack.Build.Tests.Terraform;

namespace TickStack.Build.Tests.Tasks;

public class DestroyNoticeTests
{
    private static readonly string[] Services = ["metrics-tick", "metrics-influxdb"];
    private static readonly IReadOnlyList<StateResource> Cluster = States.Read(States.Data, States.Rest);
    private static readonly IReadOnlyList<StateResource> Registry = States.Read(States.Repositories);

    [Fact]
    public void Without_the_data_it_says_what_goes_and_what_stays() =>
        Text(DestroyNotice.Before(new DestroyScope(Services, Cluster, [], IncludesData: false), SampleStack.Settings)).ShouldBe("""
            Destroying staging (account 111122223333, eu-west-1):
              goes   the services metrics-tick and metrics-influxdb
              goes   3 resources of terraform/cluster: instance, cluster, network rules, names, roles, logs, alarms
              stays  the data volume vol-1 with all that is on it, its key key-1 and 2 secrets
              stays  the image repositories
              stays  the bucket metrics-state with Terraform's state
            """);

    [Fact]
    public void With_the_data_it_says_what_is_lost_and_until_when_it_can_be_read() =>
        Text(DestroyNotice.Before(new DestroyScope([], Cluster, Registry, IncludesData: true), SampleStack.Settings)).ShouldBe("""
            Destroying staging (account 111122223333, eu-west-1):
              goes   8 resources of terraform/cluster, among them the DATA VOLUME vol-1, its key key-1, 2 secrets
              goes   1 image repositories with every image in them
              stays  a final snapshot of the volume, which Terraform takes first; earlier snapshots stay too
                     No snapshot can be read any more once AWS deletes the key, 30 days from now.
              stays  the bucket metrics-state with Terraform's state
            """);

    [Fact]
    public void What_an_earlier_run_has_destroyed_already_is_not_named_again() =>
        Text(DestroyNotice.Before(new DestroyScope([], [], Registry, IncludesData: true), SampleStack.Settings)).ShouldBe("""
            Destroying staging (account 111122223333, eu-west-1):
              goes   1 image repositories with every image in them
              stays  the bucket metrics-state with Terraform's state
            """);

    [Fact]
    public void Afterwards_it_says_how_to_come_back() =>
        Text(DestroyNotice.After(new DestroyScope(Services, Cluster, [], IncludesData: false), DateTimeOffset.UnixEpoch)).ShouldBe(
            "The data volume vol-1, its key and the secrets stay, and so do the image repositories: --target=Deploy makes the rest again and finds the data.");

    [Fact]
    public void With_the_data_gone_it_says_what_is_left_and_the_day_on_which_that_is_lost() =>
        Text(DestroyNotice.After(new DestroyScope(Services, Cluster, Registry, IncludesData: true), DateTimeOffset.UnixEpoch)).ShouldBe("""
            Everything is destroyed; the bucket with Terraform's state stays.
            Left: the final snapshot of vol-1, and its earlier snapshots, until someone deletes them.
            None of them can be read after AWS deletes the key, on 1970-01-31. Until then, to keep it: aws kms cancel-key-deletion --key-id key-1
            """);

    [Fact]
    public void A_volume_that_a_restore_has_replaced_is_named_before_and_after()
    {
        var scope = new DestroyScope([], Cluster, Registry, IncludesData: true) { Replaced = ["vol-0", "vol-9"] };

        Text(DestroyNotice.Before(scope, SampleStack.Settings)).ShouldContain("  stays  what a restore has replaced, until someone deletes it: vol-0, vol-9\n");
        Text(DestroyNotice.After(scope, DateTimeOffset.UnixEpoch)).ShouldContain("Left: what a restore has replaced, until someone deletes it: vol-0, vol-9\n");
    }

    [Fact]
    public void When_only_data_is_left_nothing_is_destroyed_until_someone_asks_for_the_data()
    {
        var data = States.Read(States.Data);

        new DestroyScope([], data, [], IncludesData: false).IsEmpty.ShouldBeTrue();
        new DestroyScope(Services, data, [], IncludesData: false).IsEmpty.ShouldBeFalse();
        new DestroyScope([], data, [], IncludesData: true).IsEmpty.ShouldBeFalse();
        new DestroyScope([], [], Registry, IncludesData: true).IsEmpty.ShouldBeFalse();
        new DestroyScope([], [], [], IncludesData: true).IsEmpty.ShouldBeTrue();
        DestroyNotice.Nothing(new DestroyScope([], [], [], IncludesData: false))
            .ShouldBe("Nothing is there to destroy: no service, and nothing in Terraform's state.");
        DestroyNotice.Nothing(new DestroyScope([], data, [], IncludesData: false))
            .ShouldStartWith("Nothing is there to destroy. The data volume vol-1, its key and the secrets stay");
    }

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);
}
