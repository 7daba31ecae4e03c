namespace TickStack.Build.Sandbox;

/// <summary>What the emulator is told.</summary>
/// <param name="Account">Twelve digits; that of the environment, so that ARNs and the caller's identity are what the settings say.</param>
/// <param name="RegistryPassword">What GetAuthorizationToken hands out.</param>
public sealed record EmulatorSettings(SandboxPorts Ports, string Account, string RegistryPassword)
{
    public IReadOnlyDictionary<string, string?> Variables => new Dictionary<string, string?>
    {
        ["MOTO_ACCOUNT_ID"] = Account,
        ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true",
        ["TICKSTACK_REGISTRY"] = Ports.RegistryHost,
        ["TICKSTACK_REGISTRY_PASSWORD"] = RegistryPassword,
        ["NO_PROXY"] = "127.0.0.1,localhost",
        ["no_proxy"] = "127.0.0.1,localhost",
        ["PYTHONDONTWRITEBYTECODE"] = "1",
        ["PYTHONUNBUFFERED"] = "1",
    };

    /// <summary>Without the password, which a record would print.</summary>
    public override string ToString() => $"{Ports.EmulatorUrl}, account {Account}";
}
