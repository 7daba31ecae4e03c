using System.Text.Json.Nodes;
using TickStack.Build.Images;

namespace TickStack.Build.Tests.Images;

public class PrivateDockerConfigTests
{
    [Fact]
    public void Only_this_user_can_read_the_login_and_it_is_gone_afterwards()
    {
        string folder;
        using (var config = PrivateDockerConfig.Create(new RegistryLogin("127.0.0.1:5000", "QVdTOnNlY3JldA==")))
        {
            folder = config.Folder;
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "config.json")))!["auths"]!["127.0.0.1:5000"]!["auth"]!.GetValue<string>()
                .ShouldBe("QVdTOnNlY3JldA==");
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public void A_login_printed_by_accident_shows_no_password() =>
        new RegistryLogin("host", "QVdTOnNlY3JldA==").ToString().ShouldNotContain("QVdT");
}
