using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

/// <summary>Which lock a terraform that is gone has left: times are in seconds after it began.</summary>
public class LockingTerraformTests
{
    private static readonly DateTimeOffset Began = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private static readonly LockingTerraform Gone = new("here", "boot", "4711 123456", Began);

    [Theory]
    [InlineData("1", "1", true)]
    [InlineData("1", "2", false)]
    public void The_one_with_its_id_where_that_is_known(string known, string found, bool isLeft) =>
        (Gone with { LockId = known }).HasLeft(Lock(2, id: found)).ShouldBe(isLeft);

    [Fact]
    public void The_id_proves_it_whatever_else_the_lock_says() =>
        (Gone with { LockId = "1", Ended = Began.AddSeconds(5) }).HasLeft(Lock(-100, who: "ada@elsewhere")).ShouldBeTrue();

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void Else_one_of_the_time_in_which_Terraform_takes_its_lock(int created, bool isLeft) => Gone.HasLeft(Lock(created)).ShouldBe(isLeft);

    [Theory]
    [InlineData(4, 3, true)]
    [InlineData(4, 4, true)]
    [InlineData(4, 5, false)]
    [InlineData(600, 59, true)]
    [InlineData(600, 599, false)]
    public void And_none_that_is_younger_than_its_end(int ended, int created, bool isLeft) =>
        (Gone with { Ended = Began.AddSeconds(ended) }).HasLeft(Lock(created)).ShouldBe(isLeft);

    [Theory]
    [InlineData("ada@elsewhere")]
    [InlineData("@")]
    public void And_none_of_another_user_or_another_host(string who) => Gone.HasLeft(Lock(2, who: who)).ShouldBeFalse();

    private static StateLock Lock(int created, string id = "1", string? who = null) =>
        new(id, "OperationTypePlan", who ?? StateLock.ThisUser, Began.AddSeconds(created));
}
