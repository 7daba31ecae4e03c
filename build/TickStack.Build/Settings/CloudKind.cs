namespace TickStack.Build.Settings;

public enum CloudKind
{
    /// <summary>The embedded emulator, engine and registry.</summary>
    Sandbox,

    /// <summary>A real AWS account.</summary>
    Aws,
}
