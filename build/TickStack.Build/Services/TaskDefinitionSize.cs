using System.Globalization;
using System.Text.Json.Nodes;

namespace TickStack.Build.Services;

/// <summary>CPU and memory of a task: written as "1 vCPU" or "2 GB", returned in CPU units and MiB.</summary>
internal static class TaskDefinitionSize
{
    private const decimal PerUnit = 1024;

    public static void Normalise(JsonObject definition)
    {
        InUnits(definition, "cpu", "vCPU");
        InUnits(definition, "memory", "GB");
    }

    private static void InUnits(JsonObject definition, string member, string unit)
    {
        var text = (string?)definition[member];
        if (text?.EndsWith(unit, StringComparison.OrdinalIgnoreCase) == true
            && decimal.TryParse(text[..^unit.Length].Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            definition[member] = (number * PerUnit).ToString("0", CultureInfo.InvariantCulture);
        }
    }
}
