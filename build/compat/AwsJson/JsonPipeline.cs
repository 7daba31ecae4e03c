using Amazon.Runtime.Internal;

namespace Amazon.Json;

internal static class JsonPipeline
{
    /// <summary>Each handler goes directly behind the marshaller, so the second one comes before the first.</summary>
    public static void Customize(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new EndpointHandler());
        pipeline.AddHandlerAfter<Marshaller>(new SigningHandler());
    }
}
