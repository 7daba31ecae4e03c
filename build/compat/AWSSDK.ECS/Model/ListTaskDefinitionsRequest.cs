namespace Amazon.ECS.Model;

public class ListTaskDefinitionsRequest : AmazonECSRequest
{
    /// <summary>The whole family name, in spite of its own.</summary>
    public string? FamilyPrefix { get; set; }

    public TaskDefinitionStatus? Status { get; set; }

    public SortOrder? Sort { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }
}
