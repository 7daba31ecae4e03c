namespace TickStack.Sandbox.Tests.Http;

/// <summary>What becomes of the connection after a call.</summary>
public enum Ending
{
    /// <summary>It was answered, and more calls may follow.</summary>
    Open,

    /// <summary>It ends properly, but without an answer, as by a server that is restarted.</summary>
    Closed,

    /// <summary>It is reset without an answer, as by a network that breaks.</summary>
    Reset,

    /// <summary>It ends in the middle of the answer.</summary>
    Halved,
}
