using System.Diagnostics;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>Terraform and its providers.</summary>
internal static class TerraformProcesses
{
    /// <summary>Of this test's tree alone: another Terraform on the machine is none of ours.</summary>
    public static IReadOnlyList<Process> Of(StackTree tree) => [.. Process.GetProcesses()
        .Where(process => process.ProcessName.StartsWith("terraform", StringComparison.Ordinal))
        .Where(process => Environment(process.Id).Contains(tree.Root, StringComparison.Ordinal))];

    private static string Environment(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/environ");
        }
        catch (IOException)
        {
            // It has ended in the meantime.
            return "";
        }
    }
}
