using System.Text.Json.Nodes;
using CsCheck;
using TickStack.Build.Tests.EcsCli.Conformance;
using TickStack.Documents;
using TickStack.EcsCli.Format;
using TickStack.EcsCli.Translation;

namespace TickStack.Build.Tests.EcsCli.Translation;

/// <summary>Maps have no order: writing them in another one must not register a new revision.</summary>
public class DeterminismTests
{
    private static readonly string[] Translatable = [.. ConformanceTests.Accepted.Select(row => row.Data)];

    [Fact]
    public void The_same_files_with_their_maps_shuffled_give_the_same_bytes() =>
        Gen.Select(Gen.Int[0, Translatable.Length - 1].Select(index => Translatable[index]), Gen.Int)
            .Sample((name, seed) => Translate(name, seed) == Translate(name, null), iter: 300);

    [Fact]
    public void Any_valid_pair_of_files_gives_the_same_bytes_again_and_with_its_maps_shuffled() =>
        Gen.Select(ManifestGen.Pair, Gen.Int).Sample((pair, seed) =>
        {
            var bytes = Translate(pair);
            return bytes == Translate(pair) && bytes == Translate(pair.Shuffled(seed));
        }, iter: 500);

    private static string Translate(ManifestPair pair)
    {
        var context = new ReadingContext { Variables = new Dictionary<string, string> { ["SET"] = "set" } };
        var (compose, ecsParams) = Reading.Both(pair.ComposeText, pair.ParamsText, context);
        var service = TaskDefinitionTranslator.Translate(
            compose, ecsParams, new TranslationOptions { ProjectName = "web", Discovery = new GivenDiscovery("arn") });
        return EcsJson.Text(service.TaskDefinition) + EcsJson.Text(ServiceTranslator.Translate(service, new TranslationOptions { ProjectName = "web" }));
    }

    private static string Translate(string name, int? seed)
    {
        var conformanceCase = new ConformanceCase(name);
        Func<string, string?> read = seed is { } number
            ? file => conformanceCase.Read(file) is { } text ? Shuffle(file, text, new Random(number)) : null
            : conformanceCase.Read;
        var service = conformanceCase.Translate(read);
        return EcsJson.Text(service.TaskDefinition) + EcsJson.Text(conformanceCase.CreateService(service));
    }

    // JSON is YAML; every scalar goes in quotes but those that only count without.
    private static string Shuffle(string file, string text, Random random) => ToJson(DocumentReader.Read(file, text), random)?.ToJsonString() ?? "null";

    private static JsonNode? ToJson(DocumentNode node, Random random) => node switch
    {
        MappingNode mapping => new JsonObject(Shuffled(mapping.Entries, random).Select(entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value, random)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(item => ToJson(item, random))]),
        ScalarNode { IsNull: true } => null,
        ScalarNode { Form: ScalarForm.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        ScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException(node.Kind),
    };

    private static MappingEntry[] Shuffled(IReadOnlyList<MappingEntry> entries, Random random)
    {
        MappingEntry[] shuffled = [.. entries];
        random.Shuffle(shuffled);
        return shuffled;
    }
}
