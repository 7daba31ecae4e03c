using Amazon.ECS;
using Amazon.ECS.Model;
using TickStack.Build.Ecs;
using TickStack.Failures;
using Task = System.Threading.Tasks.Task;

namespace TickStack.Build.Tests.Ecs;

/// <summary>What is told of a rollout that did not complete.</summary>
public sealed class RolloutDiagnosisTests : RolloutTest
{
    [Fact]
    public async Task Stopped_tasks_tell_their_reason_and_their_containers_exit_codes()
    {
        await ReadyAsync();
        Ecs.StoppedTasks.Add(new()
        {
            TaskArn = "arn:aws:ecs:eu-west-1:123456789012:task/stack/0a1b",
            StoppedReason = "Essential container in task exited",
            StopCode = TaskStopCode.EssentialContainerExited,
            Containers = [new() { Name = "kapacitor", ExitCode = 2, Reason = "OutOfMemoryError" }, new() { Name = "telegraf", ExitCode = 0 }],
        });
        Ecs.At(1, Fail);
        var failure = await FailureAsync();

        failure.Message.ShouldContain("task 0a1b stopped: Essential container in task exited (EssentialContainerExited)");
        failure.Message.ShouldContain("container kapacitor: exit code 2, OutOfMemoryError");
        failure.Message.ShouldNotContain("telegraf");
    }

    [Fact]
    public async Task A_failure_is_told_even_when_its_tasks_cannot_be_read()
    {
        await ReadyAsync();
        Ecs.At(1, Fail);
        Ecs.Before = request =>
        {
            if (request is ListTasksRequest)
            {
                throw FakeEcs.Refusal<AccessDeniedException>("not you");
            }
        };
        var failure = await FailureAsync();

        failure.ExitCode.ShouldBe(ExitCode.RolloutFailed);
        failure.Message.ShouldContain("stopped tasks could not be read: ECS, ListTasks: not you");
    }

    [Fact]
    public async Task The_last_lines_that_the_dead_container_wrote_are_told()
    {
        await ReadyAsync();
        Ecs.StoppedTasks.Add(Dead("0a1b", minute: 1));
        Ecs.StoppedTasks.Add(Dead("0a1c", minute: 2));
        for (var line = 1; line <= 12; line++)
        {
            Logs.Add("/stack/kapacitor", "kapacitor/kapacitor/0a1c", $"line {line}");
        }

        Logs.Add("/stack/kapacitor", "kapacitor/kapacitor/0a1b", "of an earlier task");
        Ecs.At(1, Fail);
        var failure = await FailureAsync(Logging);

        failure.Message.ShouldContain("kapacitor wrote last (/stack/kapacitor):");
        failure.Message.ShouldContain("line 12");
        failure.Message.ShouldNotContain("line 2\n");
        failure.Message.ShouldNotContain("of an earlier task");
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_hides_nothing_else()
    {
        await ReadyAsync();
        Ecs.StoppedTasks.Add(Dead("0a1b", minute: 1));
        Logs.Refusal = new FailureException("AWS refused reading the log /stack/kapacitor: AccessDeniedException: no");
        Ecs.At(1, Fail);
        var failure = await FailureAsync(Logging);

        failure.Message.ShouldContain("container kapacitor: exit code 2");
        failure.Message.ShouldContain("the log of kapacitor could not be read: AWS refused reading the log");
    }

    private static DesiredService Logging
    {
        get
        {
            var definition = Desired.TaskDefinition("registry/tick@sha256:9");
            definition.ContainerDefinitions![0].LogConfiguration = new()
            {
                LogDriver = LogDriver.Awslogs,
                Options = new() { ["awslogs-group"] = "/stack/kapacitor", ["awslogs-stream-prefix"] = "kapacitor" },
            };
            return Desired.Service() with { TaskDefinition = definition };
        }
    }

    private static Amazon.ECS.Model.Task Dead(string id, int minute) => new()
    {
        TaskArn = $"arn:aws:ecs:eu-west-1:123456789012:task/stack/{id}",
        StoppedReason = "Essential container in task exited",
        StoppedAt = new DateTime(2026, 1, 1, 0, minute, 0, DateTimeKind.Utc),
        Containers = [new() { Name = "kapacitor", ExitCode = 2 }],
    };
}
