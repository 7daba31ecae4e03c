namespace TickStack.Build.Services.Verification;

/// <summary>What the environment says about a service's tasks, to hold their files against.</summary>
public sealed record ServiceExpectations
{
    /// <summary>The instances', in Docker's terms: "amd64", "arm64".</summary>
    public required string Architecture { get; init; }

    /// <summary>ARN of the role that Terraform made for the containers.</summary>
    public required string TaskRole { get; init; }

    /// <summary>ARN of the role that Terraform made for ECS itself.</summary>
    public required string ExecutionRole { get; init; }
}
