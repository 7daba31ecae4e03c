using System.Reflection;

namespace Cake.Frosting.Execution;

/// <summary>What a task's class says about the task.</summary>
internal static class TaskTypes
{
    public static string TaskName(this Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    /// <summary>The closed <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/> that a task derives from.</summary>
    /// <exception cref="InvalidOperationException">The task implements <see cref="IFrostingTask"/> by itself.</exception>
    public static Type TaskBase(this Type task)
    {
        for (var type = task; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && IsTaskBase(type.GetGenericTypeDefinition())) return type;
        }

        throw new InvalidOperationException($"The task '{task.TaskName()}' derives from neither {nameof(FrostingTask)} nor {nameof(AsyncFrostingTask)}.");
    }

    /// <summary>Whether a class below the task's base overrides the base's method of this name.</summary>
    public static bool Overrides(this Type task, string method)
    {
        var inherited = task.TaskBase().GetMethod(method)!;
        return task.GetMethod(method, [.. inherited.GetParameters().Select(parameter => parameter.ParameterType)])!.DeclaringType != inherited.DeclaringType;
    }

    private static bool IsTaskBase(Type definition) => definition == typeof(FrostingTask<>) || definition == typeof(AsyncFrostingTask<>);
}
