namespace TickStack.Build.Images;

public sealed record PublishOutcome(PublishedImage Image, PublishAction Action, TimeSpan Duration);
