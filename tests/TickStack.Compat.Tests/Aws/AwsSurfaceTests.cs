using System.Reflection;
using Amazon.CloudWatchLogs;
using Amazon.EC2;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.ServiceDiscovery;

namespace TickStack.Compat.Tests.Aws;

/// <summary>Each stand-in's public surface is a part of the official package's, so that the package can take its place.</summary>
public class AwsSurfaceTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<string, Assembly> StandIns = new()
    {
        ["CloudWatchLogs"] = typeof(AmazonCloudWatchLogsClient).Assembly,
        ["ECR"] = typeof(AmazonECRClient).Assembly,
        ["ECS"] = typeof(AmazonECSClient).Assembly,
        ["SecretsManager"] = typeof(AmazonSecretsManagerClient).Assembly,
        ["ServiceDiscovery"] = typeof(AmazonServiceDiscoveryClient).Assembly,
    };

    public static TheoryData<string> Services => [.. StandIns.Keys];

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_model_class_has_only_properties_of_the_official_class(string service)
    {
        var surface = AwsSurface.Of(service);
        foreach (var type in PublicTypes(service).Where(IsModel))
        {
            surface.Models.Keys.ShouldContain(type.Name);
            type.GetProperties(Declared).Select(property => $"{TypeText.Of(property.PropertyType)} {property.Name}")
                .ShouldBeSubsetOf(surface.Models[type.Name], type.Name);
            type.GetMembers(Declared).Where(member => member is not PropertyInfo and not MethodInfo { IsSpecialName: true })
                .ShouldHaveSingleItem().ShouldBeAssignableTo<ConstructorInfo>()!.GetParameters().ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Requests_and_responses_derive_from_the_runtimes_classes(string service)
    {
        foreach (var type in PublicTypes(service).Where(IsModel))
        {
            var expected = type.Name.EndsWith("Request", StringComparison.Ordinal) ? type.Assembly.GetType($"Amazon.{service}.Amazon{service}Request")
                : type.Name.EndsWith("Response", StringComparison.Ordinal) ? typeof(AmazonWebServiceResponse)
                : typeof(object);
            type.BaseType.ShouldBe(expected, type.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_enumeration_has_only_values_of_the_official_one(string service)
    {
        var surface = AwsSurface.Of(service);
        var enumerations = PublicTypes(service).Where(type => type.IsSubclassOf(typeof(ConstantClass))).ToList();
        enumerations.ShouldNotBeEmpty();
        foreach (var type in enumerations)
        {
            surface.Constants.Keys.ShouldContain(type.Name);
            type.GetFields(Declared).Select(field => $"{field.Name} = {field.GetValue(null)}").ShouldBeSubsetOf(surface.Constants[type.Name], type.Name);
            Members(type).ShouldBe(
                Members(typeof(VolumeType)).Select(member => member.Replace(nameof(VolumeType), type.Name, StringComparison.Ordinal)), ignoreOrder: true);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_interface_and_the_client_have_only_official_operations(string service)
    {
        var surface = AwsSurface.Of(service);
        foreach (var type in new[] { Named(service, $"IAmazon{service}"), Named(service, $"Amazon{service}Client") })
        {
            var operations = type.GetMethods(Declared).Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).ToList();
            operations.ShouldNotBeEmpty();
            operations.ShouldAllBe(operation => operation.IsVirtual);
            operations.Select(Signature).ShouldBeSubsetOf(surface.Operations.Values);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Client_configuration_and_exceptions_are_shaped_as_those_of_a_genuine_client(string service)
    {
        ShouldBePartOf(Named(service, $"Amazon{service}Client"), typeof(AmazonEC2Client), service);
        ShouldBePartOf(Named(service, $"IAmazon{service}"), typeof(IAmazonEC2), service);
        ShouldBePartOf(Named(service, $"Amazon{service}Config"), typeof(AmazonEC2Config), service);
        ShouldBePartOf(Named(service, $"Amazon{service}Request"), typeof(AmazonEC2Request), service);
        ShouldBePartOf(Named(service, $"Amazon{service}Exception"), typeof(AmazonEC2Exception), service);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_exception_is_one_that_an_operation_names(string service)
    {
        var exceptions = PublicTypes(service)
            .Where(type => type.Namespace!.EndsWith("Model", StringComparison.Ordinal) && type.IsSubclassOf(typeof(Exception))).ToList();
        exceptions.Select(type => type.Name).ShouldBeSubsetOf(AwsSurface.Of(service).Exceptions);
        exceptions.ShouldAllBe(type => type.BaseType!.Name == $"Amazon{service}Exception");
        exceptions.SelectMany(Members).Distinct().ShouldBeSubsetOf(Members(typeof(AmazonEC2Exception)));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Nothing_else_is_public(string service)
    {
        var own = new[] { $"IAmazon{service}", $"Amazon{service}Client", $"Amazon{service}Config", $"Amazon{service}Request", $"Amazon{service}Exception" };
        PublicTypes(service)
            .Where(type => !type.Namespace!.EndsWith("Model", StringComparison.Ordinal) && !type.IsSubclassOf(typeof(ConstantClass)))
            .Select(type => type.Name)
            .ShouldBe(own, ignoreOrder: true);
    }

    [Fact]
    public void The_lists_were_read_whole()
    {
        AwsSurface.Of("ECS").Operations.Count.ShouldBe(25);
        AwsSurface.Of("ECR").Operations.Count.ShouldBe(9);
        AwsSurface.Of("CloudWatchLogs").Operations.Count.ShouldBe(4);
        AwsSurface.Of("SecretsManager").Operations.Count.ShouldBe(4);
        AwsSurface.Of("ServiceDiscovery").Operations.Count.ShouldBe(8);
        AwsSurface.Of("ECS").Models["KeyValuePair"].ShouldBe(["string Name", "string Value"], ignoreOrder: true);
        AwsSurface.Of("ECS").Constants["NetworkMode"].ShouldContain("Awsvpc = awsvpc");
        AwsSurface.Of("ECR").Exceptions.ShouldContain("RepositoryNotFoundException");
        AwsSurface.Of("SecretsManager").Exceptions.ShouldContain("InternalServiceErrorException");
    }

    private static Type[] PublicTypes(string service) => StandIns[service].GetExportedTypes();

    private static Type Named(string service, string name) => PublicTypes(service).Single(type => type.Name == name);

    private static bool IsModel(Type type) => type.Namespace!.EndsWith("Model", StringComparison.Ordinal) && !type.IsSubclassOf(typeof(Exception));

    private static void ShouldBePartOf(Type standIn, Type genuine, string service) =>
        Members(standIn).Where(member => !member.Contains("Async(", StringComparison.Ordinal))
            .ShouldBeSubsetOf(Members(genuine).Select(member => member.Replace("EC2", service, StringComparison.Ordinal)), standIn.Name);

    private static IEnumerable<string> Members(Type type) =>
        type.GetMembers(Declared).OfType<MethodBase>().Select(method => $"{method.Name}({Parameters(method)})");

    private static string Signature(MethodInfo method) => $"{TypeText.Of(method.ReturnType)} {method.Name}({Parameters(method)}";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{TypeText.Of(parameter.ParameterType)} {parameter.Name}"));
}
