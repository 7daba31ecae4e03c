using TickStack.Build.Images;
using TickStack.Build.Infrastructure;
using TickStack.Build.Services;

namespace TickStack.Build.Reporting;

/// <summary>What this run has done so far, for the summary at its end.</summary>
public sealed class RunReport
{
    private readonly List<PublishOutcome> images = [];
    private readonly List<InfrastructureOutcome> infrastructure = [];
    private readonly List<DeployOutcome> services = [];
    private readonly List<string> pointers = [];

    public IReadOnlyList<PublishOutcome> Images => images;

    public IReadOnlyList<InfrastructureOutcome> Infrastructure => infrastructure;

    public IReadOnlyList<DeployOutcome> Services => services;

    /// <summary>What the cloud's opening replaced or set up.</summary>
    public IReadOnlyList<string> Notes { get; set; } = [];

    /// <summary>Where to look, after a deploy.</summary>
    public IReadOnlyList<string> Pointers => pointers;

    public bool IsEmpty => images.Count + infrastructure.Count + services.Count == 0;

    public void Add(PublishOutcome outcome) => images.Add(outcome);

    public void Add(InfrastructureOutcome outcome) => infrastructure.Add(outcome);

    public void Add(DeployOutcome outcome) => services.Add(outcome);

    public void Point(IEnumerable<string> where) => pointers.AddRange(where);
}
