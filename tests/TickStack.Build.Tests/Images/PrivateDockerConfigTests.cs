using System.Text.Json.Nodes;
using TickStack.Build.Images;
using TickStack.Build.Tests.Sandbox;

namespace TickStack.Build.Tests.Images;

public class PrivateDockerConfigTests
{
    private const string Variable = "DOCKER_CONFIG";

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

    [Theory]
    [InlineData("""{ "currentContext": "colima", "auths": {} }""", "colima")]
    [InlineData("{}", null)]
    [InlineData("", null)]
    [InlineData("[]", null)]
    [InlineData("""{ "currentContext": 5 }""", null)]
    public void The_users_engine_stays_the_engine_where_docker_could_read_it(string users, string? context)
    {
        using var own = new TemporaryFolder();
        own.Write("config.json", users);
        var former = Environment.GetEnvironmentVariable(Variable);
        Environment.SetEnvironmentVariable(Variable, own.Path);
        try
        {
            using var config = PrivateDockerConfig.Create(new RegistryLogin("127.0.0.1:5000", "QVdTOnNlY3JldA=="));
            ((string?)JsonNode.Parse(File.ReadAllText(Path.Combine(config.Folder, "config.json")))!["currentContext"]).ShouldBe(context);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, former);
        }
    }

    [Fact]
    public void A_login_printed_by_accident_shows_no_password() =>
        new RegistryLogin("host", "QVdTOnNlY3JldA==").ToString().ShouldNotContain("QVdT");
}
