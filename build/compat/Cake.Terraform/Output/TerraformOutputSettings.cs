namespace Cake.Terraform.Output;

public class TerraformOutputSettings : TerraformSettings
{
    /// <summary>One output; without it all of them.</summary>
    public string? OutputName { get; set; }

    /// <summary>As JSON, sensitive values in clear.</summary>
    public bool Json { get; set; }

    /// <summary>A single string, number or boolean as it is; wins over <see cref="Json"/>.</summary>
    public bool Raw { get; set; }

    /// <summary>Whether an old terraform's word that there is no such output is an error.</summary>
    public bool ValidateToolOutput { get; set; } = true;
}
