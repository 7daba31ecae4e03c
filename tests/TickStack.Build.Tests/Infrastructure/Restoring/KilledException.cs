namespace TickStack.Build.Tests.Infrastructure.Restoring;

/// <summary>The end of a run that nobody can catch, as far as a test can play it.</summary>
internal sealed class KilledException : Exception;
