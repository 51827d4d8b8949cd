using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Feedback.Api.Tests.Faults;

/// <summary>Stands between a driver and its server, and refuses, cuts or stalls as a network does.</summary>
internal sealed class TcpProxy : IDisposable
{
    private readonly string _host;
    private readonly int _serverPort;
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private TcpListener? _listener;
    private volatile bool _stalls;

    public TcpProxy(string host, int serverPort)
    {
        (_host, _serverPort) = (host, serverPort);
        Accept();
    }

    /// <summary>Where it listens, the same all the time.</summary>
    public int Port { get; private set; }

    /// <summary>Takes connections again.</summary>
    public void Accept()
    {
        if (_listener is not null) return;
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = Serve(_listener);
    }

    /// <summary>Refuses every new connection.</summary>
    public void Refuse()
    {
        _listener?.Stop();
        _listener = null;
    }

    /// <summary>Breaks every connection there is, in the middle of whatever it does.</summary>
    public void Cut()
    {
        foreach (var socket in _open.Keys)
        {
            socket.LingerState = new LingerOption(true, 0);
            socket.Dispose();
        }
    }

    /// <summary>Lets nothing through, and tells nobody.</summary>
    public void Stall(bool stalls) => _stalls = stalls;

    public void Dispose()
    {
        Refuse();
        Cut();
    }

    private async Task Serve(TcpListener listener)
    {
        try
        {
            while (true) _ = Carry(await listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It does not listen any more.
        }
    }

    private async Task Carry(Socket driver)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        driver.NoDelay = true;
        (_open[driver], _open[server]) = (0, 0);
        try
        {
            await server.ConnectAsync(_host, _serverPort);
            await Task.WhenAny(Copy(driver, server), Copy(server, driver));
        }
        catch (SocketException)
        {
            // The server is not there: neither is this end.
        }
        driver.Dispose();
        _open.TryRemove(driver, out _);
        _open.TryRemove(server, out _);
    }

    private async Task Copy(Socket from, Socket to)
    {
        var buffer = new byte[32_768];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                while (_stalls) await Task.Delay(20);
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }
}
