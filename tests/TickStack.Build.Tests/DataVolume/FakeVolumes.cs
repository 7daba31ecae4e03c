using TickStack.Build.Aws;

namespace TickStack.Build.Tests.DataVolume;

/// <summary>EC2's volumes, with a word each for what is on them.</summary>
internal sealed class FakeVolumes(RestoreWorld world) : IDataVolumes
{
    private readonly Dictionary<string, EbsVolume> volumes = [];
    private readonly Dictionary<string, string> contents = [];

    public IReadOnlyCollection<EbsVolume> All => volumes.Values;

    public void Add(EbsVolume volume, string content) => (volumes[volume.Id], contents[volume.Id]) = (volume, content);

    public string ContentOf(string id) => contents[id];

    public string HeldBy(string instance) => volumes.Values.Single(volume => volume.HolderId == instance).Id;

    public void Attach(string id, string instance) => volumes[id] = volumes[id] with { State = "in-use", HolderId = instance };

    public void Detach(string id) => volumes[id] = volumes[id] with { State = "available", HolderId = null };

    public Task<IReadOnlyList<EbsVolume>> FindAsync(IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EbsVolume>>([.. volumes.Values.Where(volume => tags.All(tag => volume.Tags.GetValueOrDefault(tag.Key) == tag.Value))]);

    public Task<EbsVolume?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(volumes.GetValueOrDefault(id));

    public Task<string> CreateAsync(NewVolume volume, CancellationToken cancellationToken)
    {
        var id = $"vol-{volumes.Count:x8}";
        Add(new EbsVolume(id, "available", volume.KeyArn, null, volume.Tags), volume.SnapshotId);
        world.Done("create");
        return Task.FromResult(id);
    }

    public Task TagAsync(string id, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) =>
        ChangeAsync(id, kept => kept.Where(tag => !tags.ContainsKey(tag.Key)).Concat(tags), $"tag {id} {string.Join(' ', tags.Keys)}");

    public Task UntagAsync(string id, string key, CancellationToken cancellationToken) =>
        ChangeAsync(id, kept => kept.Where(tag => tag.Key != key), $"untag {id} {key}");

    private Task ChangeAsync(string id, Func<IReadOnlyDictionary<string, string>, IEnumerable<KeyValuePair<string, string>>> change, string effect)
    {
        volumes[id] = volumes[id] with { Tags = change(volumes[id].Tags).ToDictionary() };
        world.Done(effect);
        return Task.CompletedTask;
    }
}
