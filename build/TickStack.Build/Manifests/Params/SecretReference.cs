using TickStack.Build.Errors;

namespace TickStack.Build.Manifests.Params;

/// <param name="Name">Variable, or log option, that receives the value.</param>
/// <param name="ValueFrom">ARN, or the name of an SSM parameter.</param>
/// <param name="Location">Of the entry.</param>
public sealed record SecretReference(string Name, string ValueFrom, SourceLocation Location);
