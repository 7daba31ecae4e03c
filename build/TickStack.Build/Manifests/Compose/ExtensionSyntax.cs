using TickStack.Build.Documents;

namespace TickStack.Build.Manifests.Compose;

/// <summary>extends: a service's name, or service and file.</summary>
internal static class ExtensionSyntax
{
    public static ServiceExtension? Read(DocumentValue value)
    {
        if (value.Node is not MappingNode)
        {
            return value.Text() is { } name ? new ServiceExtension(name, null, value.Location) : null;
        }

        var section = value.Mapping();
        var service = section.Required("service")?.Text();
        var file = section.Optional("file")?.Text();
        section.Done();
        return service is null ? null : new ServiceExtension(service, file, value.Location);
    }
}
