namespace TickStack.Build.Images;

/// <summary>The image that a component is built on, as in "influxdb:1.12.4".</summary>
public sealed partial record BaseImage(string Reference)
{
    /// <summary>The tag: the version that bumping a component changes.</summary>
    public string Version => Tag().Match(Reference).Groups["tag"].Value;

    /// <summary>Reads the default of "ARG BASE_IMAGE=…", the one line that bumping a component changes.</summary>
    /// <param name="file">Name of the Dockerfile, for messages.</param>
    /// <param name="dockerfile">Its text.</param>
    public static BaseImage Of(string file, string dockerfile)
    {
        var line = 0;
        foreach (var text in dockerfile.Split('\n'))
        {
            line++;
            if (Argument().Match(text) is { Success: true } match)
            {
                return Checked(match.Groups["reference"].Value, new SourceLocation(file, line, match.Groups["reference"].Index + 1));
            }
        }

        throw new FailureException([new Problem("no line 'ARG BASE_IMAGE=<image>:<version>'",
            "Name the base image there; the version is part of the image's tag.", new SourceLocation(file, 1, 1))]);
    }

    /// <summary>A base image that takes the place of the Dockerfile's.</summary>
    /// <param name="origin">Where it was set, for messages.</param>
    /// <param name="reference">Image reference with an exact version.</param>
    public static BaseImage Override(string origin, string reference) => Checked(reference, new SourceLocation(origin, 1, 1));

    private static BaseImage Checked(string reference, SourceLocation location) =>
        Tag().Match(reference) is { Success: true } match && match.Groups["tag"].Value != "latest"
            ? new BaseImage(reference)
            : throw new FailureException([new Problem($"the base image '{reference}' has no exact version",
                "Write <image>:<version>, as in influxdb:1.12.4; 'latest' would build something else tomorrow.", location)]);

    // Docker reads its instructions in either case.
    [GeneratedRegex(@"^\s*(?i:ARG)\s+BASE_IMAGE=""?(?<reference>[^\s""]*)""?\s*$")]
    private static partial Regex Argument();

    // A colon after the last slash is a tag; one before it is a registry's port.
    [GeneratedRegex(@"^[^@]*?[^/@]+:(?<tag>[\w][\w.-]{0,127})(@sha256:[0-9a-f]{64})?$")]
    private static partial Regex Tag();
}
