using Spectre.Console.Testing;
using TickStack.Build.Reporting;
using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

public sealed class PlanPrinterTests : IDisposable
{
    private readonly TestConsole console = new TestConsole().Width(160);

    public void Dispose() => console.Dispose();

    [Fact]
    public void A_plan_is_a_table_with_what_is_lost_first()
    {
        Print(new ResourceChange("aws_sns_topic.alerts", ChangeAction.Create, []),
            new ResourceChange("aws_ebs_volume.data", ChangeAction.Replace, ["availability_zone"]));

        console.Lines.Select(line => line.TrimEnd()).ShouldBe(
        [
            "  terraform/cluster: 1 to create, 1 to replace",
            "    ± replace  aws_ebs_volume.data   because: availability_zone",
            "    + create   aws_sns_topic.alerts",
            "  the whole plan: plan.txt",
        ]);
    }

    [Fact]
    public void Of_many_new_resources_only_what_is_lost_is_listed()
    {
        Print([new ResourceChange("a.gone", ChangeAction.Destroy, []),
            .. Enumerable.Range(0, 50).Select(number => new ResourceChange($"a.new{number}", ChangeAction.Create, []))]);

        console.Output.ShouldContain("a.gone");
        console.Output.ShouldNotContain("a.new1");
    }

    private void Print(params ResourceChange[] changes) =>
        new PlanPrinter(console, new Notes(console)).Planned(TerraformRoot.Cluster, new PlanSummary(changes), "plan.txt");

    private sealed class Notes(TestConsole console) : IStepReport
    {
        public void Started(string name) => throw new InvalidOperationException("nothing takes time here");

        public void Finished(string name, TimeSpan elapsed) => throw new InvalidOperationException("nothing takes time here");

        public void Note(string text) => console.Write(new Spectre.Console.Text($"  {text}\n"));
    }
}
