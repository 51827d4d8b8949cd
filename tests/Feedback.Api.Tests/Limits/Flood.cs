using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Api.Tests.Limits;

/// <summary>Connections that each send one request, wait for its answer and send it again, with as little work as can be, so that the service has the machine.</summary>
internal sealed class Flood(Uri address, byte[] request)
{
    private readonly ConcurrentDictionary<int, int> _answers = new();

    /// <summary>How many answers there were, by status; 0 for connections that ended.</summary>
    public IReadOnlyDictionary<int, int> Answers => _answers;

    public int Count(int status) => _answers.GetValueOrDefault(status);

    /// <summary>The bytes of a request with a key.</summary>
    public static byte[] Request(string method, string path, string key, string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Opens a connection.</summary>
    public static async Task<Socket> Connect(Uri address)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        return socket;
    }

    /// <summary>Reads answers until so many have come; gives their statuses. Fewer where the connection ended.</summary>
    public static async Task<List<int>> Read(Socket socket, int count = 1, CancellationToken cancellation = default)
    {
        var (buffer, length, statuses) = (new byte[64 * 1024], 0, new List<int>());
        while (statuses.Count < count)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), cancellation);
            if (read == 0) break;
            length += read;
            while (Take(buffer.AsSpan(0, length), out var status) is > 0 and var taken)
            {
                statuses.Add(status);
                buffer.AsSpan(taken, length - taken).CopyTo(buffer);
                length -= taken;
            }
        }
        return statuses;
    }

    /// <summary>Sends from so many connections until the time is over; each answer that was begun is waited for.</summary>
    public async Task Run(int connections, TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var socket = await Connect(address);
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                var status = await Once(socket);
                _answers.AddOrUpdate(status, 1, static (_, n) => n + 1);
                if (status == 0) return;
            }
        })));
    }

    private async Task<int> Once(Socket socket)
    {
        try
        {
            for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request.AsMemory(sent));
            return await Read(socket) is [var status] ? status : 0;
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    /// <summary>How many bytes the first answer has that is here whole; 0 for none.</summary>
    private static int Take(ReadOnlySpan<byte> bytes, out int status)
    {
        status = 0;
        if (bytes.IndexOf("\r\n\r\n"u8) is not (>= 0 and var head)) return 0;
        status = int.Parse(bytes.Slice(9, 3), null);
        var headers = Encoding.ASCII.GetString(bytes[..head]);
        var body = bytes[(head + 4)..];
        if (headers.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase)) return body.IndexOf("0\r\n\r\n"u8) is >= 0 and var last ? head + 4 + last + 5 : 0;
        var at = headers.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        var length = at < 0 ? 0 : int.Parse(headers.AsSpan(at + 16).ToString().Split('\r')[0], null);
        return body.Length >= length ? head + 4 + length : 0;
    }
}
