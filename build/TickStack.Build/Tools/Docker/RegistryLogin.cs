namespace TickStack.Build.Tools.Docker;

/// <summary>What a registry asks for. Lives in memory and in a private file while a push runs.</summary>
/// <param name="Server">Registry host with port, no scheme.</param>
/// <param name="Authorization">Base64 of "user:password", as ECR hands it out and as Docker's config.json takes it.</param>
public sealed record RegistryLogin(string Server, string Authorization)
{
    // The compiler's own text would print the password.
    public override string ToString() => $"RegistryLogin({Server})";
}
