using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Execution;

/// <summary>Hands the build's tasks to the engine.</summary>
internal sealed class TaskRegistration(ICakeEngine engine, IFrostingContext context, ICakeLog log, IEnumerable<IFrostingTask> tasks)
{
    public void Register()
    {
        foreach (var task in tasks)
        {
            var needed = task.GetType().TaskBase().GenericTypeArguments[0];
            if (needed.IsInstanceOfType(context)) Register(task);
            else log.Warning("Task cannot be used since the context isn't convertible to {0}.", needed.FullName);
        }
    }

    private void Register(IFrostingTask task)
    {
        var type = task.GetType();
        log.Debug("Registering task: {0}", type.TaskName());
        var builder = engine.RegisterTask(type.TaskName());
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } summary) builder.Description(summary.Description);
        AddActions(builder, task, type);
        AddEdges(builder, type);
    }

    // The engine reports a task without a body as delegated and asks only for criteria that exist, so nothing is added that the task does not override.
    private void AddActions(CakeTaskBuilder builder, IFrostingTask task, Type type)
    {
        if (HasBody(type)) builder.Does(task.RunAsync);
        if (type.Overrides(nameof(IFrostingTask.ShouldRun))) builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        if (type.GetCustomAttribute<ContinueOnErrorAttribute>() is not null) builder.ContinueOnError();
        if (type.Overrides(nameof(IFrostingTask.OnError))) builder.OnError(exception => task.OnError(exception, context));
        if (type.Overrides(nameof(IFrostingTask.Finally))) builder.Finally(() => task.Finally(context));
    }

    private static bool HasBody(Type type) =>
        type.Overrides(type.TaskBase().GetGenericTypeDefinition() == typeof(FrostingTask<>) ? nameof(FrostingTask.Run) : nameof(AsyncFrostingTask.RunAsync));

    private static void AddEdges(CakeTaskBuilder builder, Type type)
    {
        foreach (var edge in type.GetCustomAttributes<IsDependentOnAttribute>()) builder.IsDependentOn(NameOf(edge.Task, "dependency"));
        foreach (var edge in type.GetCustomAttributes<IsDependeeOfAttribute>()) builder.IsDependeeOf(NameOf(edge.Task, "reverse dependency"));
    }

    private static string NameOf(Type task, string role) => task.IsAssignableTo(typeof(IFrostingTask))
        ? task.TaskName()
        : throw new FrostingException($"The {role} '{task.TaskName()}' is not a valid task.");
}

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
