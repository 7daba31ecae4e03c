using TickStack.Build.Sandbox;
using YamlDotNet.RepresentationModel;

namespace TickStack.Build.Tests.Sandbox;

public sealed class RegistryTests : IDisposable
{
    private readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void It_listens_on_loopback_only_and_tells_the_emulator_about_pushes()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(new RegistryConfiguration(new SandboxPorts(4000, 5000), "/a: b/registry", "/a: b/htpasswd").ToYaml()));

        var root = yaml.Documents[0].RootNode;
        root["http"]["addr"].ToString().ShouldBe("127.0.0.1:5000");
        root["storage"]["filesystem"]["rootdirectory"].ToString().ShouldBe("/a: b/registry");
        root["auth"]["htpasswd"]["path"].ToString().ShouldBe("/a: b/htpasswd");
        root["notifications"]["endpoints"][0]["url"].ToString().ShouldBe("http://127.0.0.1:4000/tickstack/registry-events");
    }

    [Fact]
    public void The_password_is_made_once_and_fits_its_hash()
    {
        var credentials = new RegistryCredentials(SandboxFolder.Of(root.Path));

        var password = credentials.Ensure();

        credentials.Ensure().ShouldBe(password);
        var line = File.ReadAllText(credentials.HtpasswdFile).Trim().Split(':');
        line[0].ShouldBe("AWS");
        line[1].ShouldStartWith("$2a$");
        BCrypt.Net.BCrypt.Verify(password, line[1]).ShouldBeTrue();
    }

    [Fact]
    public void A_password_without_its_hash_is_made_anew()
    {
        var credentials = new RegistryCredentials(SandboxFolder.Of(root.Path));
        var first = credentials.Ensure();
        File.Delete(credentials.HtpasswdFile);

        credentials.Ensure().ShouldNotBe(first);
    }

    [Theory]
    [InlineData("password", "")]
    [InlineData("password", "cut off")]
    [InlineData("htpasswd", "")]
    [InlineData("htpasswd", "<html>")]
    public void A_file_that_is_not_what_was_written_is_made_anew(string name, string text)
    {
        var credentials = new RegistryCredentials(SandboxFolder.Of(root.Path));
        credentials.Ensure();
        root.Write($".sandbox/registry-auth/{name}", text);

        BCrypt.Net.BCrypt.Verify(credentials.Ensure(), File.ReadAllText(credentials.HtpasswdFile).Trim().Split(':')[1]).ShouldBeTrue();
    }
}
