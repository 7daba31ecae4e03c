using System.Text;
using System.Xml.Linq;

namespace TickStack.Sandbox.Tests.EndToEnd;

/// <summary>What EC2 and Auto Scaling say of a stack's instance and volume, asked past the code under test.</summary>
internal sealed class EmulatedEc2(string emulator)
{
    private const string Stack = "tick-sandbox";

    /// <summary>The group's one instance.</summary>
    public async Task<string> InstanceAsync() => Elements(await GroupAsync(), "InstanceId").ShouldHaveSingleItem();

    /// <summary>The start-up script of the version that the group launches.</summary>
    public async Task<string> UserDataAsync()
    {
        var group = (await GroupAsync()).Descendants().First(element => element.Name.LocalName == "AutoScalingGroups").Elements().First();
        var template = group.Elements().Single(element => element.Name.LocalName == "LaunchTemplate");
        var versions = await QueryAsync("ec2", "DescribeLaunchTemplateVersions",
            ("LaunchTemplateId", Elements(template, "LaunchTemplateId").First()), ("LaunchTemplateVersion.1", Elements(template, "Version").First()));
        return Encoding.UTF8.GetString(Convert.FromBase64String(Elements(versions, "userData").Single()));
    }

    /// <summary>Volume → its state, of all volumes of the stack.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VolumesAsync()
    {
        var described = await QueryAsync("ec2", "DescribeVolumes", ("Filter.1.Name", "tag:Project"), ("Filter.1.Value.1", Stack), ("Filter.2.Name", "tag-key"),
            ("Filter.2.Value.1", "tickstack:formatted"));
        return described.Descendants().Where(element => element.Name.LocalName == "item" && element.Elements().Any(each => each.Name.LocalName == "size"))
            .ToDictionary(volume => Elements(volume, "volumeId").First(), volume => volume.Elements().Single(each => each.Name.LocalName == "status").Value);
    }

    private Task<XDocument> QueryAsync(string service, string action, params (string Name, string Value)[] parameters) =>
        EmulatorCall.QueryAsync(emulator, service, action, parameters);

    private Task<XDocument> GroupAsync() => QueryAsync("autoscaling", "DescribeAutoScalingGroups", ("AutoScalingGroupNames.member.1", Stack));

    private static IEnumerable<string> Elements(XContainer document, string name) =>
        document.Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
