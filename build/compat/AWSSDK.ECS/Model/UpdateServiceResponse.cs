using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class UpdateServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}
