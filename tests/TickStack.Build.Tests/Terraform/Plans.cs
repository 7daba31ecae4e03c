using TickStack.Build.Terraform;

namespace TickStack.Build.Tests.Terraform;

/// <summary>What "terraform show -json" prints of a plan.</summary>
internal static class Plans
{
    /// <param name="changes">One or more members of "resource_changes" each.</param>
    public static string Json(params string[] changes) => $$"""{ "format_version": "1.2", "resource_changes": [ {{string.Join(",", changes)}} ] }""";

    public static PlanJson Of(params string[] changes) => PlanJson.Read(TerraformRoot.Cluster.Plan, Json(changes));
}
