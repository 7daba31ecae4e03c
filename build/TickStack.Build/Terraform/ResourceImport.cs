using TickStack.Build.Reporting;
using TickStack.Build.Settings;

namespace TickStack.Build.Terraform;

/// <summary>Takes into the state what an apply has made and lost: a kill in the moment of a create request leaves the resource in the account and nothing in
/// the state, and every later apply then stops at its name. Only what carries the stack's own tag is taken.</summary>
public sealed class ResourceImport(ITerraform terraform, IStateCommands state, StackSettings settings, IStepReport steps)
{
    /// <param name="root">Whose plan was applied.</param>
    /// <param name="addresses">What exists already.</param>
    /// <param name="failure">How the apply ended; thrown again when something of it is not the stack's own.</param>
    public async Task ImportAsync(TerraformRoot root, IReadOnlyList<string> addresses, FailureException failure, CancellationToken cancellationToken)
    {
        var plan = PlanJson.Read(root.Plan, await terraform.ShowPlanJsonAsync(root.Plan, cancellationToken));
        foreach (var address in addresses)
        {
            var id = ImportIds.Of(plan, address, settings)
                ?? throw Refused($"{address} exists already, and what it is imported by is not known from its name.", failure,
                    $"Import it: terraform import '{address}' ID");
            await ImportAsync(root, address, id, failure, cancellationToken);
        }
    }

    private async Task ImportAsync(TerraformRoot root, string address, string id, FailureException failure, CancellationToken cancellationToken)
    {
        await state.ImportAsync(root, address, id, cancellationToken);
        var imported = StateJson.Read(root, await state.PullAsync(root, cancellationToken)).Find(address);
        if (imported?.IsOf(settings.Name) != true)
        {
            await state.ForgetAsync(root, address, cancellationToken);
            throw Refused($"{address} cannot be made: there is a '{id}' without the tag Project = {settings.Name}.", failure,
                "Delete it if nobody needs it, or choose another name for the stack.");
        }

        steps.Note($"{address}: '{id}' was made by an apply that was cut short: it is taken into the state");
    }

    private static FailureException Refused(string message, FailureException failure, string remedy) =>
        new([.. failure.Problems, new Problem(message, remedy)], failure.ExitCode, failure);
}

/// <summary>Finds the resources that an apply could not create because they exist already.</summary>
public static partial class ExistingResources
{
    /// <param name="failure">What Terraform printed.</param>
    /// <returns>Addresses: aws_ecr_repository.component["telegraf"].</returns>
    public static IReadOnlyList<string> In(string failure) =>
        [.. failure.Split("Error: ").Skip(1).Where(error => Exists().IsMatch(error)).Select(error => Address().Match(error)).Where(match => match.Success)
            .Select(match => match.Groups["address"].Value)];

    // EntityAlreadyExists, ResourceAlreadyExistsException, "The specified capacity provider already exists", …
    [GeneratedRegex("already ?exists", RegexOptions.IgnoreCase)]
    private static partial Regex Exists();

    [GeneratedRegex("""\bwith (?<address>aws_\w+\.\w+(\["[^"]*"\])?),""")]
    private static partial Regex Address();
}

/// <summary>What "terraform import" takes for the resources whose names are known before they are made.</summary>
public static class ImportIds
{
    private static readonly Dictionary<string, Func<string, StackSettings, string>> ByType = new()
    {
        ["aws_autoscaling_group"] = (name, _) => name,
        ["aws_cloudwatch_log_group"] = (name, _) => name,
        ["aws_ecr_repository"] = (name, _) => name,
        ["aws_ecs_capacity_provider"] = (name, settings) =>
            $"arn:{Partition(settings.Region)}:ecs:{settings.Region}:{settings.Account}:capacity-provider/{name}",
        ["aws_ecs_cluster"] = (name, _) => name,
        ["aws_iam_instance_profile"] = (name, _) => name,
        ["aws_iam_role"] = (name, _) => name,
        ["aws_kms_alias"] = (name, _) => name,

        // An ARN ends in six letters of AWS's own choice; what takes the ARN takes the name as well.
        ["aws_secretsmanager_secret"] = (name, _) => name,
    };

    /// <param name="plan">The plan that was applied.</param>
    /// <param name="address">Of a resource that it would create.</param>
    /// <param name="settings">The stack's.</param>
    /// <returns>Null when the resource's type has no name that identifies it, or when it is not in the plan.</returns>
    public static string? Of(PlanJson plan, string address, StackSettings settings) =>
        plan.Find(address) is { } resource && ByType.TryGetValue(resource.Type, out var id) && resource.Change.After.Text("name") is { } name
            ? id(name, settings)
            : null;

    private static string Partition(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
}
