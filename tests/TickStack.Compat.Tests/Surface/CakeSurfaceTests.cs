using System.Reflection;
using Cake.Docker;
using Cake.Frosting;
using Cake.Terraform;

namespace TickStack.Compat.Tests.Surface;

/// <summary>Each stand-in's public surface is a part of the official package's, so that the package can take its place.</summary>
public class CakeSurfaceTests
{
    private static readonly Assembly[] StandIns = [typeof(CakeHost).Assembly, typeof(DockerAliases).Assembly, typeof(TerraformAliases).Assembly];

    public static TheoryData<string> Packages => new(StandIns.Select(assembly => assembly.GetName().Name!));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_type_is_an_official_one_of_the_same_kind_and_base(string package) =>
        Types(package).Select(DeclaredSurface.Heading).ShouldBeSubsetOf(ListedSurface.Of(package).Types.Keys);

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_member_is_an_official_one_of_the_same_signature(string package)
    {
        var official = ListedSurface.Of(package).Types;
        foreach (var type in Types(package)) DeclaredSurface.Members(type).ShouldBeSubsetOf(official[DeclaredSurface.Heading(type)], type.FullName);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_setting_can_be_set_and_read(string package) =>
        Types(package).Where(type => type.Name.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties())
            .ShouldAllBe(property => property.CanRead && property.CanWrite);

    [Fact]
    public void The_lists_were_read_whole()
    {
        var (frosting, docker) = (ListedSurface.Of("Cake.Frosting").Types, ListedSurface.Of("Cake.Docker").Types);
        var terraform = ListedSurface.Of("Cake.Terraform").Types;
        (frosting.Count, docker.Count, terraform.Count).ShouldBe((36, 39, 30));
        frosting["interface Cake.Frosting.IFrostingTask"].ShouldContain("string SkippedMessage");
        docker["sealed class Cake.Docker.DockerImageLoadSettings : AutoToolSettings"].ShouldBe(["string Input", "bool? Quiet"], ignoreOrder: true);
        terraform["class Cake.Terraform.Init.TerraformInitSettings : TerraformSettings"].ShouldContain("Dictionary<string, string> BackendConfigOverrides");
        terraform["enum Cake.Terraform.Show.OutputFormat"].ShouldBe(["PlainText", "Html"], ignoreOrder: true);
    }

    private static Type[] Types(string package) => StandIns.Single(assembly => assembly.GetName().Name == package).GetExportedTypes();
}
