using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ListTaskDefinitionsResponse : AmazonWebServiceResponse
{
    public List<string>? TaskDefinitionArns { get; set; }

    public string? NextToken { get; set; }
}
