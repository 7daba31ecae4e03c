using Cake.Core.IO;
using Cake.Core.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace TickStack.Build.Tests;

public class CompositionTests
{
    // The official Frosting registers installers whose constructors read the user's NuGet settings, and makes them in every run.
    [Fact]
    public void No_package_installer_is_left_in_the_container() =>
        new ServiceCollection()
            .AddSingleton<IPackageInstaller, BrokenInstaller>()
            .AddSingleton<IPackageInstaller, BrokenInstaller>()
            .AddTools()
            .BuildServiceProvider()
            .GetServices<IPackageInstaller>()
            .ShouldBeEmpty();

    private sealed class BrokenInstaller : IPackageInstaller
    {
        public BrokenInstaller() => throw new UnauthorizedAccessException("HOME cannot be written");

        public bool CanInstall(PackageReference package, PackageType type) => false;

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path) => [];
    }
}
