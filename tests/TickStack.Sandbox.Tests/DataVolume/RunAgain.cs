namespace TickStack.Sandbox.Tests.DataVolume;

/// <summary>Where the start-up script runs after it was killed.</summary>
public enum RunAgain
{
    /// <summary>On the same instance, on the same boot.</summary>
    Here,

    /// <summary>On the instance that replaces it.</summary>
    Elsewhere,
}
