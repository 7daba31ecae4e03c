namespace TickStack.Sandbox.Tests.EndToEnd;

internal static class EmulatedSecrets
{
    /// <summary>The values of all secrets.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(string emulator)
    {
        var list = await EmulatorCall.SendAsync(emulator, "secretsmanager", "secretsmanager.ListSecrets", "{}");
        var values = new List<string>();
        foreach (var secret in list["SecretList"]!.AsArray().Where(secret => ((string)secret!["Name"]!).StartsWith("tick-sandbox/", StringComparison.Ordinal)))
        {
            var value = await EmulatorCall.SendAsync(
                emulator, "secretsmanager", "secretsmanager.GetSecretValue", $$"""{ "SecretId": "{{secret!["Name"]}}" }""");
            values.Add((string)value["SecretString"]!);
        }

        return values;
    }
}
