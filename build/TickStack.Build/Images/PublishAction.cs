namespace TickStack.Build.Images;

public enum PublishAction
{
    /// <summary>The repository held the content already: neither built nor pushed.</summary>
    Unchanged,

    /// <summary>Built and pushed.</summary>
    Pushed,
}
