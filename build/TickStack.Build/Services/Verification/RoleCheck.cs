using TickStack.Build.Errors;

namespace TickStack.Build.Services.Verification;

/// <summary>The roles are those that Terraform made for this service, and no other's.</summary>
public sealed class RoleCheck : IServiceCheck
{
    public Task<IReadOnlyList<Problem>> ProblemsAsync(ServicePlan plan, ServiceExpectations expected, CancellationToken cancellationToken)
    {
        var definition = plan.Desired.TaskDefinition;
        return Task.FromResult<IReadOnlyList<Problem>>([.. new[]
        {
            Problem("task_role_arn", definition.TaskRoleArn, expected.TaskRole),
            Problem("task_execution_role", definition.ExecutionRoleArn, expected.ExecutionRole),
        }.OfType<Problem>()]);
    }

    private static Problem? Problem(string key, string? given, string expected) =>
        given == expected ? null : new Problem($"{key} is {given ?? "not set"}, but Terraform made {expected} for this service", "correct it in the service's ecs-params.yml under ecs/");
}
