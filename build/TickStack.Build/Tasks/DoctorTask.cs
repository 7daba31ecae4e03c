using Cake.Frosting;
using TickStack.Build.Tasks.Steps;

namespace TickStack.Build.Tasks;

[TaskName("Doctor")]
[TaskDescription("Checks tools, credentials, settings and capacity, with a remedy for each failure")]
public sealed class DoctorTask : StackTask
{
    protected override Task ExecuteAsync(BuildContext context) => context.Step<DoctorStep>().RunAsync(context.Cancellation);
}
