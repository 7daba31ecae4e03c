using TickStack.Build.Infrastructure;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Results of earlier targets that speak of what is no longer there: without them, later targets say what to run first.</summary>
public sealed class StaleResults(ArtifactStore artifacts)
{
    public void Delete(bool includeData)
    {
        artifacts.DeleteAll("services");
        Delete(TerraformRoot.Cluster);
        if (includeData)
        {
            artifacts.DeleteAll("images");
            Delete(TerraformRoot.Registry);
        }
    }

    private void Delete(TerraformRoot root)
    {
        artifacts.Delete(root.OutputsArtifact);
        artifacts.Delete(root.PlanArtifact);
        artifacts.Delete(root.Plan.File);
        artifacts.Delete(root.Plan.TextFile);
    }
}
