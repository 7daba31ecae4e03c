namespace TickStack.Build.Tests.Ecs;

internal static class Copy
{
    /// <summary>A new object with the same values; what they refer to is shared.</summary>
    public static T Of<T>(T original)
        where T : new()
    {
        var copy = new T();
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(copy, property.GetValue(original));
        }

        return copy;
    }
}
