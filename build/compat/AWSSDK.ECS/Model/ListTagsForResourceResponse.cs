using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public List<Tag>? Tags { get; set; }
}
