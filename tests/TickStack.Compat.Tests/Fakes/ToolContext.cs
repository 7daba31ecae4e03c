using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;
using NSubstitute;

namespace TickStack.Compat.Tests.Fakes;

/// <summary>A context in which every tool is found and none is started.</summary>
internal sealed class ToolContext
{
    public ToolContext(int exitCode = 0, params string[] output)
    {
        Runner = new RecordingProcessRunner(exitCode, output);
        Cake = Substitute.For<ICakeContext>();
        Cake.FileSystem.Returns(new FileSystem());
        Cake.Environment.Returns(new CakeEnvironment(new CakePlatform(), new CakeRuntime()));
        Cake.ProcessRunner.Returns(Runner);
        Cake.Tools.Returns(Tools);
        Tools.Resolve(Arg.Any<IEnumerable<string>>()).Returns(new FilePath(Environment.ProcessPath!));
    }

    public ICakeContext Cake { get; }

    public IToolLocator Tools { get; } = Substitute.For<IToolLocator>();

    public RecordingProcessRunner Runner { get; }

    /// <summary>The command line behind the tool's name.</summary>
    public string Arguments => Runner.Settings.Arguments.Render();
}
