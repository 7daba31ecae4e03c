namespace TickStack.Build.Infrastructure;

/// <summary>
/// What holds the stack's data, or is lost with it: the volume, the key without which nobody reads it or any of its snapshots, and
/// the passwords. They belong to the users that the volume holds, and AWS keeps the name of a deleted secret for days.
/// </summary>
public static class DataResources
{
    private static readonly string[] Types = ["aws_ebs_volume", "aws_kms_key", "aws_secretsmanager_secret", "aws_secretsmanager_secret_version"];

    /// <param name="address">"aws_kms_key.this", "aws_secretsmanager_secret.influxdb[\"admin\"]".</param>
    public static bool Include(string address) => Types.Contains(address.Split('.')[0]);
}
