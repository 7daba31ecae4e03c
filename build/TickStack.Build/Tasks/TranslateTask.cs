using Cake.Frosting;
using TickStack.Build.Artifacts;
using TickStack.Build.Options;
using TickStack.Build.Reporting;
using TickStack.EcsCli;
using TickStack.EcsCli.Translation;
using TickStack.Failures;

namespace TickStack.Build.Tasks;

[TaskName("Translate")]
[TaskDescription("Writes the requests to ECS that a compose file and its ecs-params stand for, as ecs-cli would send them; calls nothing")]
public sealed class TranslateTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context)
    {
        context.Translate.Run();
        return Task.CompletedTask;
    }
}

/// <summary>Any two files in ecs-cli's format → the bodies of the requests to ECS.</summary>
/// <param name="options">What the command line says.</param>
/// <param name="environment">Variables for the files.</param>
/// <param name="warnings">Takes what was skipped or left out.</param>
/// <param name="steps">Takes what was written.</param>
public sealed class EcsCliTranslation(TranslateOptions options, IReadOnlyDictionary<string, string> environment, IWarningReport warnings, IStepReport steps)
{
    public const string TaskDefinitionFile = "register-task-definition.json";
    public const string ServiceFile = "create-service.json";

    public void Run()
    {
        var problems = new ProblemLog();
        ServiceChecks.Check(ServiceOptions(), problems);
        var service = problems.Collect(Translate);
        problems.ThrowIfAny();

        var files = new Dictionary<string, string>
        {
            [TaskDefinitionFile] = EcsJson.Text(service!.TaskDefinition),
            [ServiceFile] = EcsJson.Text(ServiceTranslator.Translate(service, ServiceOptions())),
        };
        new OutputFolder(Path.Combine(options.Folder, options.Output)).Write(files);
        foreach (var file in files.Keys)
        {
            steps.Note($"wrote {Path.Combine(options.Output, file)}");
        }
    }

    private TranslatedService Translate()
    {
        var project = new ComposeProject(options.Folder, options.Compose, options.EcsParams);
        var (compose, ecsParams, skipped) = project.Read(environment, options.AllowUnset);
        if (options.ServiceRegistryArn is not null && ecsParams.ServiceDiscovery is null)
        {
            throw new FailureException([new Problem("--service-registry-arn is given, but ecs-params has no service_discovery", "leave it out, or add run_params.service_discovery")]);
        }

        var service = TaskDefinitionTranslator.Translate(compose, ecsParams, new TranslationOptions
        {
            ProjectName = options.ProjectName,
            LaunchType = options.LaunchType,
            Tags = options.Tags,
            Discovery = options.ServiceRegistryArn is { } arn ? new GivenDiscovery(arn) : null,
        });
        foreach (var warning in skipped.Concat(service.Warnings))
        {
            warnings.Warn(warning);
        }

        return service;
    }

    private ServiceOptions ServiceOptions() => new()
    {
        Cluster = options.Cluster,
        ServiceName = options.ProjectName,
        LaunchType = options.LaunchType,
        SchedulingStrategy = options.SchedulingStrategy,
        MinimumHealthyPercent = options.MinimumHealthyPercent,
        MaximumPercent = options.MaximumPercent,
        HealthCheckGracePeriod = options.HealthCheckGracePeriod,
        LoadBalancers = options.LoadBalancers,
        Tags = options.Tags,
        ManagedTags = options.ManagedTags,
    };
}
