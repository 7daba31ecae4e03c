using System.Security.Cryptography;
using System.Text;

namespace TickStack.Build.Infrastructure;

/// <summary>A hash over named texts, to tell whether something was made from what is there now.</summary>
public static class Fingerprint
{
    public static string Of(IEnumerable<KeyValuePair<string, string>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name.Length}:{name}{text.Length}:{text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
