using System.Security.Cryptography;
using static BCrypt.Net.BCrypt;

namespace TickStack.Build.Sandbox;

/// <summary>The registry's only user: AWS, as in ECR's login, with a random password that never leaves the sandbox's folder but for the emulator's memory.</summary>
public sealed class RegistryCredentials(SandboxFolder folder)
{
    public const string User = "AWS";

    /// <summary>The password is random already: more rounds would only slow down each push.</summary>
    private const int WorkFactor = 4;

    private const int PasswordBytes = 24;

    /// <summary>File in htpasswd's format, as the registry reads it.</summary>
    public string HtpasswdFile => Path.Combine(folder.Folder("registry-auth"), "htpasswd");

    private string PasswordFile => Path.Combine(folder.Folder("registry-auth"), "password");

    /// <summary>The password; made, together with the htpasswd file, when one of the two is missing.</summary>
    public string Ensure()
    {
        if (File.Exists(PasswordFile) && File.Exists(HtpasswdFile))
        {
            return File.ReadAllText(PasswordFile);
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        File.Delete(HtpasswdFile);
        WritePrivate(PasswordFile, password);
        WritePrivate(HtpasswdFile, $"{User}:{HashPassword(password, WorkFactor)}\n");
        return password;
    }

    private static void WritePrivate(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(text);
    }
}
