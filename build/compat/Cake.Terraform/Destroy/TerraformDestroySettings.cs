namespace Cake.Terraform.Destroy;

public class TerraformDestroySettings : TerraformSettings
{
    public Dictionary<string, string>? InputVariables { get; set; }

    public string? InputVariablesFile { get; set; }

    /// <summary>
    /// Destroys without asking, with an option that terraform dropped in 0.15; a newer one is told <c>-auto-approve</c> through the argument
    /// customisation, or destroys by an apply.
    /// </summary>
    public bool Force { get; set; }
}
