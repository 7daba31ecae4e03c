using System.Net;
using System.Net.Sockets;

namespace TickStack.Sandbox.Tests.EndToEnd;

internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
