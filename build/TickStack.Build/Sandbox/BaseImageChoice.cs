namespace TickStack.Build.Sandbox;

/// <summary>What was found out about one base image; kept in bases.json, since changing it would change the content of an image.</summary>
/// <param name="Official">Reference in the Dockerfile or in the settings.</param>
/// <param name="Replaced">Whether a stand-in takes its place.</param>
/// <param name="StandInFingerprint">Of the files that the stand-in was built by; empty when it was not.</param>
public sealed record BaseImageChoice(string Official, bool Replaced, string StandInFingerprint);
