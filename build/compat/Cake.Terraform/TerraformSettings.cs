using Cake.Core.Tooling;

namespace Cake.Terraform;

/// <summary>What every terraform command takes; the working directory is the root module.</summary>
public abstract class TerraformSettings : ToolSettings;
