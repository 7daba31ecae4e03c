using System.Reflection;
using Cake.Frosting;
using TickStack.Build.Options;
using TickStack.Build.Tasks;

namespace TickStack.Build.Tests.Tasks;

/// <summary>Tasks/ is the table of contents: every behaviour is found from its target's name.</summary>
public class TaskConventionsTests
{
    public static TheoryData<Type> Tasks => [.. TaskGraph.Tasks];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_task_is_sealed_named_described_and_in_a_file_of_its_own(Type task)
    {
        task.IsSealed.ShouldBeTrue();
        task.Namespace.ShouldBe("TickStack.Build.Tasks");
        TaskGraph.DescriptionOf(task).ShouldNotBeEmpty();
        task.Name.ShouldBe($"{TaskGraph.NameOf(task).Replace("-", string.Empty, StringComparison.Ordinal)}Task");
        File.Exists(Path.Combine(RepositoryRoot.Find(), "build", "TickStack.Build", "Tasks", $"{task.Name}.cs")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Edges_stand_on_the_dependent_task_since_the_tree_does_not_show_the_others(Type task) =>
        task.GetCustomAttributes(typeof(IsDependeeOfAttribute), inherit: false).ShouldBeEmpty();

    [Fact]
    public void No_task_is_left_out_because_it_is_not_public() =>
        typeof(TaskGraph).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(IFrostingTask).IsAssignableFrom(type))
            .ShouldAllBe(type => type.IsPublic);

    [Fact]
    public void The_graph_is_the_design() =>
        string.Join('\n', TaskGraph.Tasks.Select(task => $"{TaskGraph.NameOf(task)}: {string.Join(", ", Before(task))}".TrimEnd())).ShouldBe("""
            Apply-Infrastructure:
            Apply-Registry:
            Backup:
            Bootstrap-State:
            Default:
            Deploy: Deploy-Tick
            Deploy-InfluxDb: Publish-InfluxDb, Apply-Infrastructure
            Deploy-Tick: Deploy-InfluxDb, Publish-Telegraf, Publish-Kapacitor, Publish-Chronograf
            Destroy:
            Diff:
            Doctor:
            Logs:
            Plan-Infrastructure:
            Publish: Publish-InfluxDb, Publish-Telegraf, Publish-Kapacitor, Publish-Chronograf
            Publish-Chronograf: Apply-Registry
            Publish-InfluxDb: Apply-Registry
            Publish-Kapacitor: Apply-Registry
            Publish-Telegraf: Apply-Registry
            Render: Publish, Apply-Infrastructure
            Restore:
            Revisions:
            Rollback:
            Scale:
            Start-Sandbox:
            Status:
            Stop-Sandbox:
            Test:
            Translate:
            Verify:
            """);

    [Fact]
    public void With_a_target_runs_all_that_it_depends_on() =>
        TaskGraph.Grammar.Runs["deploy-influxdb"].ShouldBe(["Deploy-InfluxDb", "Publish-InfluxDb", "Apply-Registry", "Apply-Infrastructure"]);

    [Fact]
    public void The_readme_names_every_target()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Find(), "README.md"));

        TaskGraph.Tasks.Select(TaskGraph.NameOf).ShouldAllBe(name => readme.Contains($"`{name}`", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Before(Type task) =>
        task.GetCustomAttributes<IsDependentOnAttribute>().Select(edge => TaskGraph.NameOf(edge.Task));
}
