using System.Diagnostics.CodeAnalysis;

namespace TickStack.Sandbox.Tests.Images;

/// <summary>One build of the images for all classes that name this collection.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xunit calls it a collection.")]
public sealed class ImagesCollection : ICollectionFixture<BuiltImages>
{
    public const string Name = "Images";
}
