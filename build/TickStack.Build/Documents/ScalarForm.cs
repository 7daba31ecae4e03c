namespace TickStack.Build.Documents;

/// <summary>How a scalar is written, which limits what it may mean.</summary>
public enum ScalarForm
{
    /// <summary>In quotes, or a YAML block: text.</summary>
    Quoted,

    /// <summary>YAML without quotes: text, or whatever it looks like.</summary>
    Plain,

    /// <summary>A JSON number, true, false or null: never text.</summary>
    Literal,
}
