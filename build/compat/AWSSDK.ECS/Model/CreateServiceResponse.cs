using Amazon.Runtime;

namespace Amazon.ECS.Model;

public class CreateServiceResponse : AmazonWebServiceResponse
{
    public Service? Service { get; set; }
}
