using TickStack.Build.Documents;
using TickStack.Build.Errors;
using TickStack.Build.Manifests;
using TickStack.Build.Manifests.Translation;
using TickStack.Build.Reporting;
using TickStack.Build.Settings.Options;
using TickStack.Build.Tools.Artifacts;

namespace TickStack.Build.Tasks.Steps;

/// <summary>Any two files in ecs-cli's format → the bodies of the requests to ECS.</summary>
/// <param name="options">What the command line says.</param>
/// <param name="environment">Variables for the files.</param>
/// <param name="warnings">Takes what was skipped or left out.</param>
/// <param name="steps">Takes what was written.</param>
public sealed class TranslateStep(TranslateOptions options, IReadOnlyDictionary<string, string> environment, IWarningReport warnings, IStepReport steps)
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
            [TaskDefinitionFile] = RequestBody.Text(service!.TaskDefinition),
            [ServiceFile] = RequestBody.Text(ServiceTranslator.Translate(service, ServiceOptions())),
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
