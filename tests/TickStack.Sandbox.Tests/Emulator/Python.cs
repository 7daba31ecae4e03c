using CliWrap;
using CliWrap.Buffered;

namespace TickStack.Sandbox.Tests.Emulator;

/// <summary>A Python that has moto's server.</summary>
internal static class Python
{
    private static readonly string[] Candidates = ["python3", "python3.13", "python3.12", "python3.11", "python"];

    private static readonly Lazy<Task<string>> Found = new(FindAsync);

    public static Task<string> PathAsync() => Found.Value;

    private static async Task<string> FindAsync()
    {
        var named = Environment.GetEnvironmentVariable("TICKSTACK_PYTHON");
        foreach (var candidate in named is null ? Candidates : [named, .. Candidates])
        {
            if (await HasMotoAsync(candidate))
            {
                return candidate;
            }
        }

        throw new InvalidOperationException($"None of {string.Join(", ", Candidates)} has moto's server: pip install 'moto[server]==5.2.1'.");
    }

    private static async Task<bool> HasMotoAsync(string python)
    {
        try
        {
            var result = await Cli.Wrap(python).WithArguments(["-c", "import moto.server"]).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();
            return result.IsSuccess;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
