namespace TickStack.Build.Tools.Ec2;

/// <summary>What EC2 says of an instance type.</summary>
/// <param name="Name">"r5.large".</param>
/// <param name="Cpus">Virtual CPUs.</param>
/// <param name="Memory">MiB.</param>
/// <param name="Interfaces">Network interfaces, the instance's own included.</param>
/// <param name="Architectures">"x86_64", "arm64".</param>
/// <param name="Nitro">Whether its hypervisor is Nitro; Xen is older, and bare metal has none.</param>
public sealed record InstanceTypeSpec(string Name, int Cpus, int Memory, int Interfaces, IReadOnlyList<string> Architectures, bool Nitro)
{
    /// <summary>"r5".</summary>
    public string Family => Name.Split('.')[0];
}
