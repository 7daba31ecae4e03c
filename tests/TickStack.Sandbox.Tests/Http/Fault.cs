namespace TickStack.Sandbox.Tests.Http;

public enum Fault
{
    /// <summary>Not carried out: the connection is reset before.</summary>
    LostRequest,

    /// <summary>Carried out, and the connection is reset before the answer.</summary>
    LostAnswer,

    /// <summary>Carried out, and the connection ends properly, but without an answer.</summary>
    NoAnswer,

    /// <summary>Carried out, and the connection ends in the middle of the answer.</summary>
    HalfAnswer,

    /// <summary>Carried out, and answered with status 500.</summary>
    ServerError,

    /// <summary>Not carried out, because of the rate of requests.</summary>
    Throttled,
}
