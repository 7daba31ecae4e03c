using Amazon.Runtime;

namespace Amazon.ECR.Model;

public class BatchGetImageResponse : AmazonWebServiceResponse
{
    public List<Image>? Images { get; set; }

    public List<ImageFailure>? Failures { get; set; }
}
