namespace TickStack.Build.Settings.Options;

/// <summary>Who acts on an option.</summary>
public enum OptionOwner
{
    /// <summary>The targets.</summary>
    TickStack,

    /// <summary>Cake's engine.</summary>
    Cake,

    /// <summary>build.sh and build.ps1, which take it out before the host starts.</summary>
    Bootstrap,
}
