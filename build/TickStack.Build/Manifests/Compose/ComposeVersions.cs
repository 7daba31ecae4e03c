namespace TickStack.Build.Manifests.Compose;

/// <summary>Versions of the compose format.</summary>
[Flags]
public enum ComposeVersions
{
    None = 0,

    /// <summary>"1", or no version and services at the top level.</summary>
    One = 1,

    Two = 2,

    /// <summary>"3", "3.0", or no version beside a "services" section, as the Compose Specification has it.</summary>
    Three = 4,

    All = One | Two | Three,
}
