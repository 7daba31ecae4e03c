using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace TickStack.Compat.Tests.Aws;

/// <summary>The process's AWS variables: all unset, then those of one test; put back afterwards.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> before = Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.StartsWith("AWS_", StringComparison.Ordinal))
        .ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public ProcessEnvironment()
    {
        foreach (var name in before.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Set(IEnumerable<(string Name, string Value)> variables)
    {
        foreach (var (name, value) in variables)
        {
            before.TryAdd(name, null);
            Environment.SetEnvironmentVariable(name, value);
        }

        Forget();
    }

    public void Dispose()
    {
        foreach (var (name, value) in before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        Forget();
    }

    // The SDK reads the environment once per process.
    private static void Forget()
    {
        FallbackInternalConfigurationFactory.Reset();
        FallbackRegionFactory.Reset();
    }
}
