namespace TickStack.Failures;

/// <summary>A file or folder that the system does not let be read or written: the machine's trouble, and no bug.</summary>
public static class FileTrouble
{
    /// <returns>The same exception when it is about no file.</returns>
    public static Exception Explain(Exception exception) =>
        IsOne(exception) ? new FailureException(exception.Message, Remedy(exception), ExitCode.Unavailable, exception) : exception;

    /// <summary>What helps against it, by what the system says.</summary>
    public static string Remedy(Exception exception) => (exception, exception.HResult) switch
    {
        (FileNotFoundException or DirectoryNotFoundException, _) =>
            "Restore it from version control, or make the folder; if it was removed while this ran, run the target again.",
        (PathTooLongException, _) => "Work in a folder with a shorter path.",
        (UnauthorizedAccessException, _) =>
            "See whose it is, and whether it is what it should be, a file or a folder (ls -ld). Run this as its owner, or make it accessible to you; "
                + "what a run of root has left in a checkout, root removes: rm -rf .sandbox artifacts",
        (_, SystemError.NoSpace or SystemError.Quota or SystemError.MacOsQuota or SystemError.WindowsNoSpace) =>
            "Make room on its disk (df -h, df -i), and run the target again.",
        (_, SystemError.ReadOnly or SystemError.WindowsReadOnly) => "Its disk is mounted read-only: work in a folder that can be written.",
        (_, SystemError.ManyFiles or SystemError.ManyFilesOfSystem) => "Allow more open files (ulimit -n), and run the target again.",
        _ => "See what stands there and who uses it (ls -ld, lsof), and run the target again.",
    };

    // A connection fails with an IOException too, which has no number of the system's; and an assembly that is missing has a name and no path.
    private static bool IsOne(Exception exception) => exception switch
    {
        UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException => true,
        FileNotFoundException missing => Path.IsPathRooted(missing.FileName),
        _ => exception.GetType() == typeof(IOException) && SystemError.Is(exception.HResult),
    };

    /// <summary>What .NET hands on in an HRESULT: the number of errno, or on Windows its own number under the facility 7.</summary>
    private static class SystemError
    {
        public const int ManyFilesOfSystem = 23;
        public const int ManyFiles = 24;
        public const int NoSpace = 28;
        public const int ReadOnly = 30;
        public const int MacOsQuota = 69;
        public const int Quota = 122;
        public const int WindowsReadOnly = unchecked((int)0x80070013);
        public const int WindowsNoSpace = unchecked((int)0x80070070);

        public static bool Is(int result) => result > 0 || result >> 16 == WindowsNoSpace >> 16;
    }
}
