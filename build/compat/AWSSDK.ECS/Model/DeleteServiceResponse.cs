using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class DeleteServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}
