using System.Reflection;
using TickStack.Compat.Tests.Aws;

namespace TickStack.Compat.Tests.Surface;

/// <summary>The public surface of a type in the notation of the lists.</summary>
internal static class DeclaredSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Heading(Type type)
    {
        IEnumerable<Type> bases = type.IsEnum || IsStatic(type) ? [] : [.. Base(type), .. type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? [])];
        var inherited = string.Join(", ", bases.Select(TypeText.Of));
        return $"{Kind(type)} {type.Namespace}.{TypeText.Of(type)}{(inherited.Length > 0 ? $" : {inherited}" : "")}";
    }

    public static IEnumerable<string> Members(Type type) => type.IsEnum
        ? type.GetEnumNames()
        : type.GetMembers(Declared).Where(IsSurface).Select(Member);

    private static bool IsSurface(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => IsVisible(constructor) && constructor.GetParameters().Length > 0,
        MethodInfo method => IsVisible(method) && !method.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $".ctor({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{TypeText.Of(method.ReturnType)} {method.Name}{TypeParameters(method)}({Parameters(method)})",
        PropertyInfo property => $"{TypeText.Of(property.PropertyType)} {property.Name}",
        _ => $"field {member.Name}",
    };

    private static string Modifiers(MethodInfo method) =>
        (method.IsFamily ? "protected " : "") + (method switch
        {
            { IsStatic: true } => "static ",
            { DeclaringType.IsInterface: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        });

    private static string TypeParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{TypeText.Of(parameter.ParameterType)} {parameter.Name}"));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        _ when IsStatic(type) => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static IEnumerable<Type> Base(Type type) => type.BaseType is { } parent && parent != typeof(object) ? [parent] : [];
}
