using System.Text.Json.Nodes;

namespace TickStack.Build.Services;

/// <summary>Where the task has the network interface to itself, ECS sets every host port to the container's: it says nothing.</summary>
internal static class HostPorts
{
    public static void Normalise(JsonObject definition)
    {
        if ((string?)definition["networkMode"] is not ("awsvpc" or "host"))
        {
            return;
        }

        foreach (var container in definition["containerDefinitions"]?.AsArray() ?? [])
        {
            foreach (var mapping in container?["portMappings"]?.AsArray() ?? [])
            {
                mapping!.AsObject().Remove("hostPort");
            }
        }
    }
}
