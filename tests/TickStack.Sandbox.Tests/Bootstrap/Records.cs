namespace TickStack.Sandbox.Tests.Bootstrap;

/// <summary>What may stand in .build/packages, and the choice that it is; null for none. build.sh and MSBuild are held to the same table.</summary>
public static class Records
{
    public static TheoryData<string, string?> All { get; } = new()
    {
        { "feed\n", "feed" },
        { "compat\n", "compat" },
        { "feed", "feed" },
        { "compat", "compat" },
        { "feed \n", "feed" },
        { "feed 123\n", "feed" },
        { "compat 123", "compat" },
        { "feed \0\r and it's) $(no) more; %41\"\n", "feed" },
        { "feed\n\ncompat\n", "feed" },
        { "compat 1\nfeed 1\n", "compat" },
        { "\uFEFFfeed\n", "feed" },
        { "", null },
        { "\n", null },
        { "\nfeed\n", null },
        { " feed\n", null },
        { "\tfeed\n", null },
        { "feed\t\n", null },
        { "feed\t123\n", null },
        { "feed\r\n", null },
        { "feeder 123\n", null },
        { "feed,compat\n", null },
        { "Feed\n", null },
        { "fe\0ed\n", null },
        { "feed\0\n", null },
        { "\0feed\n", null },
        { "\uFEFF\uFEFFfeed\n", null },
        { "feed\u00A0\n", null },
        { "*\n", null },
    };
}
