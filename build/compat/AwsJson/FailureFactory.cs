using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Json;

/// <summary>Error code → exception class of that name in the service's Model namespace, or the service's base exception.</summary>
/// <remarks>A class always ends with "Exception"; a code need not.</remarks>
internal static class FailureFactory
{
    private const string Suffix = "Exception";

    public static AmazonServiceException Create<TBase>(ErrorResponse error)
        where TBase : AmazonServiceException
    {
        var name = error.Code?.EndsWith(Suffix, StringComparison.Ordinal) == true ? error.Code : error.Code + Suffix;
        var named = typeof(TBase).Assembly.GetType($"{typeof(TBase).Namespace}.Model.{name}");
        var type = named?.IsSubclassOf(typeof(TBase)) == true ? named : typeof(TBase);
        var constructor = type.GetConstructor([typeof(string), typeof(Exception), typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)])!;
        return (AmazonServiceException)constructor.Invoke([error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode]);
    }
}
