namespace TickStack.Build.Processes;

/// <summary>
/// Starts a process in a session of its own: it survives this one and takes no Ctrl+C. The process writes its identity into
/// <paramref name="pidFile"/> itself, before it becomes the program, so it is never unknown, however this one ends.
/// </summary>
/// <param name="pidFile">Replaced by the identity's text.</param>
/// <param name="log">Output and errors are appended to it.</param>
public sealed class DetachedProcess(ICommands commands, string pidFile, string log)
{
    // Descriptors that a caller left open (a script's lock, the pipe that somebody reads to its end) are closed: the process would hold them for as long as it
    // lives. Only bash can name those above 9. A background process of a shell leads no group, so setsid makes the session in that very process. Where there is
    // no setsid, job control gives it a group of its own, out of the terminal's reach.
    private const string Script = """
        for fd in $(ls /dev/fd/); do
          if [ "$fd" -gt 2 ] && { [ "$fd" -le 9 ] || [ -n "$BASH_VERSION" ]; }; then eval "exec $fd>&-"; fi
        done
        become='
          started=$(cut -d" " -f22 /proc/$$/stat 2>/dev/null) || started=$(ps -o lstart= -p $$)
          printf "%s %s\n" $$ "$started" >"$1.new" && mv "$1.new" "$1"
          shift; exec "$@"'
        pidfile=$1 log=$2
        shift 2
        if command -v setsid >/dev/null; then
          setsid sh -c "$become" sh "$pidfile" "$@" </dev/null >>"$log" 2>&1 &
        else
          set -m
          nohup sh -c "$become" sh "$pidfile" "$@" </dev/null >>"$log" 2>&1 &
        fi
        tries=100
        until [ -s "$pidfile" ] || [ $((tries -= 1)) -eq 0 ]; do sleep 0.1; done
        [ -s "$pidfile" ]
        """;

    private static string Shell => File.Exists("/bin/bash") ? "/bin/bash" : "/bin/sh";

    public async Task<ProcessIdentity> StartAsync(Command command, CancellationToken cancellationToken)
    {
        File.Delete(pidFile);
        var started = await commands.RunAsync(
            command with { Program = Shell, Arguments = ["-c", Script, "sh", pidFile, log, command.Program, .. command.Arguments], Log = log },
            cancellationToken);
        return started.Succeeded && Running is { } process
            ? process
            : throw new FailureException($"{command.Program} could not be started: {started.LastLine}", $"see {log}", ExitCode.Unavailable);
    }

    /// <summary>The process that was started last, whether it still runs or not; null before the first.</summary>
    public ProcessIdentity? Running => File.Exists(pidFile) ? ProcessIdentity.Parse(File.ReadAllText(pidFile)) : null;

    public void Forget() => File.Delete(pidFile);
}
