namespace Cake.Docker;

/// <summary>Renders a settings property otherwise than as <c>--its-name "its value"</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class AutoPropertyAttribute : Attribute
{
    /// <summary>A composite format: <c>{0}</c> is the option's name without dashes, <c>{1}</c> the value. The result is not quoted.</summary>
    public string Format { get; set; }
}
