using System.Text.RegularExpressions;

namespace TickStack.Build.Infrastructure;

/// <summary>Finds the resources that an apply could not create because they exist already.</summary>
public static partial class ExistingResources
{
    /// <param name="failure">What Terraform printed.</param>
    /// <returns>Addresses: aws_ecr_repository.component["telegraf"].</returns>
    public static IReadOnlyList<string> In(string failure) =>
        [.. failure.Split("Error: ").Skip(1).Where(error => Exists().IsMatch(error)).Select(error => Address().Match(error)).Where(match => match.Success).Select(match => match.Groups["address"].Value)];

    // EntityAlreadyExists, ResourceAlreadyExistsException, "The specified capacity provider already exists", …
    [GeneratedRegex("already ?exists", RegexOptions.IgnoreCase)]
    private static partial Regex Exists();

    [GeneratedRegex("""\bwith (?<address>aws_\w+\.\w+(\["[^"]*"\])?),""")]
    private static partial Regex Address();
}
