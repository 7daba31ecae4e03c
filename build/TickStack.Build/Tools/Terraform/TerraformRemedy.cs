namespace TickStack.Build.Tools.Terraform;

/// <summary>What helps when Terraform fails; its own lines say why.</summary>
internal static class TerraformRemedy
{
    public const string Plan = "Mend what the lines above name and run the target again; nothing was changed.";

    public const string Apply = "Mend what the lines above name and run the target again: what was made is in the state and is not made twice.";

    public const string Destroy = "Mend what the lines above name and run the target again: it goes on with what is left.";
}
