namespace TickStack.Build.Tests.DataVolume;

/// <summary>The end of a run that nobody can catch, as far as a test can play it.</summary>
internal sealed class KilledException : Exception;
