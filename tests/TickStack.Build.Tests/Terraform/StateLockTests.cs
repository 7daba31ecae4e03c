using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public class StateLockTests
{
    // As Terraform 1.11 prints it.
    internal const string Refusal = """
        Error: Error acquiring the state lock

        Error message: operation error S3: PutObject, https response error StatusCode: 412, RequestID: x, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold
        Lock Info:
          ID:        5b0b8f2c-52ab-a12b-9c1e-0d0c5a0a7f5e
          Path:      state/tick/cluster.tfstate
          Operation: OperationTypeApply
          Who:       ada@build-7
          Version:   1.11.4
          Created:   2026-01-31 12:34:56.789012345 +0000 UTC
          Info:      

        Terraform acquires a state lock to protect the state from being written
        """;

    private static readonly StateLock Held =
        new("5b0b8f2c-52ab-a12b-9c1e-0d0c5a0a7f5e", "OperationTypeApply", "ada@build-7", new DateTimeOffset(2026, 1, 31, 12, 34, 56, TimeSpan.Zero));

    [Fact]
    public void Who_holds_it_is_read_from_what_Terraform_prints() => StateLock.In(Refusal).ShouldBe(Held);

    [Theory]
    [InlineData("│ ")]
    [InlineData("    ")]
    public void Whatever_frame_or_indentation_stands_before_the_lines(string before) =>
        StateLock.In(string.Join("\r\n", Refusal.Split('\n').Select(line => before + line.TrimEnd('\r')))).ShouldBe(Held);

    [Fact]
    public void Another_failure_is_none_of_it() => StateLock.In("Error: creating IAM Role (tick-instance): EntityAlreadyExists").ShouldBeNull();

    [Fact]
    public void Who_holds_it_is_read_from_the_object_beside_the_state() => StateLock.Parse("""
        {"ID":"5b0b8f2c-52ab-a12b-9c1e-0d0c5a0a7f5e","Operation":"OperationTypeApply","Info":"","Who":"ada@build-7","Version":"1.11.4",
         "Created":"2026-01-31T12:34:56Z","Path":"state/tick/cluster.tfstate"}
        """).ShouldBe(Held);

    [Theory]
    [InlineData("OperationTypeApply", "an apply")]
    [InlineData("OperationTypePlan", "a plan")]
    [InlineData("OperationTypeRefresh", "Refresh")]
    [InlineData("import", "import")]
    public void What_is_being_done_under_it_is_said_in_words(string operation, string words) => (Held with { Operation = operation }).Doing.ShouldBe(words);
}
