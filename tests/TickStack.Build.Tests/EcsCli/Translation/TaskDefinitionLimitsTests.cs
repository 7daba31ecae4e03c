namespace TickStack.Build.Tests.EcsCli.Translation;

public class TaskDefinitionLimitsTests
{
    [Fact]
    public void A_task_has_ten_containers_at_most()
    {
        Reading.Translate(Services(10)).TaskDefinition.ContainerDefinitions!.Count.ShouldBe(10);

        Reading.Problems(() => Reading.Translate(Services(11))).ShouldHaveSingleItem()
            .ShouldEndWith("11 services are more than a task may have containers: 10");
    }

    [Fact]
    public void A_task_definition_is_no_larger_than_ecs_takes_it()
    {
        _ = Reading.Translate(Labelled(60_000));

        Reading.Problems(() => Reading.Translate(Labelled(66_000)))
            .ShouldHaveSingleItem().ShouldMatch(@"^c\.yml:1:1: the task definition has 66\d{3} bytes, and ECS takes 65536$");
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void An_image_has_a_name_of_255_characters_at_most(int length, bool isTaken)
    {
        var compose = $"services: {{web: {{image: {new string('a', length)}}}}}";

        if (isTaken)
        {
            Reading.Translate(compose).TaskDefinition.ContainerDefinitions![0].Image!.Length.ShouldBe(length);
        }
        else
        {
            Reading.Problems(() => Reading.Translate(compose)).ShouldHaveSingleItem().ShouldEndWith("the image of 'web' has 256 characters, and ECS takes 255");
        }
    }

    private static string Services(int count) =>
        $"services: {{{string.Join(", ", Enumerable.Range(0, count).Select(i => $"s{i:00}: {{image: a}}"))}}}";

    private static string Labelled(int length) => $"services: {{web: {{image: a, labels: {{a: {new string('x', length)}}}}}}}";
}
