using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Json;

/// <summary>Error code → exception class of that name in the service's Model namespace, or the service's base exception.</summary>
internal static class FailureFactory
{
    public static AmazonServiceException Create<TBase>(ErrorResponse error)
        where TBase : AmazonServiceException
    {
        var named = typeof(TBase).Assembly.GetType($"{typeof(TBase).Namespace}.Model.{error.Code}");
        var type = named?.IsSubclassOf(typeof(TBase)) == true ? named : typeof(TBase);
        var constructor = type.GetConstructor([typeof(string), typeof(Exception), typeof(ErrorType), typeof(string), typeof(string), typeof(HttpStatusCode)])!;
        return (AmazonServiceException)constructor.Invoke([error.Message, error.InnerException, error.Type, error.Code, error.RequestId, error.StatusCode]);
    }
}
