using System.Globalization;
using System.Text;
using Cake.Core;

namespace TickStack.Compat.Tests.Frosting;

internal sealed class RecordingConsole : IConsole
{
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    public string Output => output.ToString();

    public string Error => error.ToString();

    public ConsoleColor ForegroundColor { get; set; }

    public ConsoleColor BackgroundColor { get; set; }

    public bool SupportAnsiEscapeCodes => false;

    public void Write(string format, params object[] arg) => output.Append(Format(format, arg));

    public void WriteLine(string format, params object[] arg) => output.AppendLine(Format(format, arg));

    public void WriteError(string format, params object[] arg) => error.Append(Format(format, arg));

    public void WriteErrorLine(string format, params object[] arg) => error.AppendLine(Format(format, arg));

    public void ResetColor()
    {
    }

    private static string Format(string format, object[] arg) => string.Format(CultureInfo.InvariantCulture, format, arg);
}
