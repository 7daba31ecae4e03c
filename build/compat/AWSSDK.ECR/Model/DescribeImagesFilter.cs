namespace Amazon.ECR.Model;

public class DescribeImagesFilter
{
    public TagStatus? TagStatus { get; set; }
}
