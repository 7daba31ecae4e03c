namespace TickStack.Build.Reporting;

/// <summary>Where a step that takes a while says so, before it starts and when it is done.</summary>
public interface IStepReport
{
    /// <param name="name">What is about to be done: "Installing docker.io with apt".</param>
    void Started(string name);

    void Finished(string name, TimeSpan elapsed);

    /// <summary>Something worth knowing that takes no time.</summary>
    void Note(string text);
}
