using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class PutImageResponse : AmazonWebServiceResponse
{
    public Image? Image { get; set; }
}
