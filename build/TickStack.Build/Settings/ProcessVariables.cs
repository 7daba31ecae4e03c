using System.Collections;

namespace TickStack.Build.Settings;

/// <summary>The environment variables that this process was started with.</summary>
public static class ProcessVariables
{
    public static IReadOnlyDictionary<string, string> Read() =>
        Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
}
