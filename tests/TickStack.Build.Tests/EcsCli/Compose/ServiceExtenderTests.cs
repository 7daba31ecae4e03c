using TickStack.EcsCli.Format;

namespace TickStack.Build.Tests.EcsCli.Compose;

public class ServiceExtenderTests
{
    [Fact]
    public void Lists_are_joined_keys_overridden_and_links_not_inherited()
    {
        var file = Reading.Compose("""
            version: '2'
            services:
              base: {image: a, command: run, environment: [A=1, B=1], ports: ["80:80"], volumes: ["/one:/data", "/logs:/logs"],
                links: [other], privileged: true}
              web: {extends: base, image: b, environment: {B: 2}, ports: ["81:81"], volumes: ["/two:/data"]}
              other: {image: c}
            """);

        var web = file.Services.Single(service => service.Name == "web");

        (web.Image, web.Privileged, web.Links.Count).ShouldBe(("b", true, 0));
        web.Command.ShouldBe(["run"]);
        web.Environment.ShouldBe(new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" });
        web.Ports.Select(port => port.Container).ShouldBe([80, 81]);
        web.Mounts.Select(mount => $"{mount.HostPath}:{mount.ContainerPath}").ShouldBe(["/logs:/logs", "/two:/data"]);
    }

    [Fact]
    public void The_base_may_stand_in_another_file_and_extend_another_one_itself()
    {
        var context = new ReadingContext { ReadFile = file => file == "base.yml" ? "root: {image: a, user: u}\nbase: {extends: root, hostname: h}\n" : null };

        var web = Reading.Compose("version: '2'\nservices: {web: {extends: {file: base.yml, service: base}, image: b}}", context).Services[0];

        (web.Image, web.Hostname, web.User).ShouldBe(("b", "h", "u"));
    }

    [Theory]
    [InlineData("a: {extends: b}\nb: {extends: a}\n", "c.yml:2:14: services extend each other in a circle: a → b → a")]
    [InlineData("a: {extends: a}\n", "c.yml:1:14: services extend each other in a circle: a → a")]
    [InlineData("a: {extends: bbse}\nbase: {image: a}\n", "c.yml:1:14: there is no service 'bbse' to extend")]
    [InlineData("a: {extends: {service: x, file: no.yml}}\n", "c.yml:1:14: there is no file 'no.yml'")]
    [InlineData("a: {extends: {file: c.yml}}\n", "c.yml:1:14: a.extends.service is missing")]
    public void What_cannot_be_extended_is_refused(string text, string message) => Reading.Problems(() => Reading.Compose(text)).ShouldBe([message]);

    [Fact]
    public void Files_that_extend_each_other_end_in_a_problem()
    {
        const string Text = "a: {extends: {file: x.yml, service: a}}\n";

        Reading.Problems(() => Reading.Compose(Text, new ReadingContext { ReadFile = _ => Text })).ShouldHaveSingleItem()
            .ShouldBe("x.yml:1:14: the file that is extended here extends this one itself");
    }
}
