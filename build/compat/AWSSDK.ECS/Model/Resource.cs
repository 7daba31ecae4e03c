namespace Amazon.ECS.Model;

public class Resource
{
    public string? Name { get; set; }

    public string? Type { get; set; }

    public double? DoubleValue { get; set; }

    public long? LongValue { get; set; }

    public int? IntegerValue { get; set; }

    public List<string>? StringSetValue { get; set; }
}
