using TickStack.Build.Errors;

namespace TickStack.Build.Documents;

/// <param name="Key">As written, without quotes.</param>
/// <param name="Value">What the key holds.</param>
/// <param name="Location">Of the key.</param>
public sealed record MappingEntry(string Key, DocumentNode Value, SourceLocation Location);
