namespace TickStack.Build.Stack;

/// <summary>Tags that tell a stack's own among everything in an account. terraform/ sets the same by its provider's default_tags.</summary>
public static class OwnerTags
{
    /// <summary>The stack's name.</summary>
    public const string Project = "Project";

    /// <summary>Who makes and changes the resource.</summary>
    public const string ManagedBy = "ManagedBy";

    /// <summary>This suite, for what it makes through AWS's own interfaces.</summary>
    public const string TickStack = "tickstack";

    /// <summary>What is in Terraform's state, or is to come into it.</summary>
    public const string Terraform = "terraform";
}
