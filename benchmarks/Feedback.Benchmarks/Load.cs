using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Benchmarks;

/// <summary>A closed-loop load on loopback: so many connections, each sends a prepared request and waits for the answer. Bounded in time.</summary>
public static class Load
{
    /// <summary>Answers per second with one of the expected statuses; any other ends the run.</summary>
    public static async Task<double> Run(int port, int connections, TimeSpan time, Func<long, byte[]> request, params string[] statuses)
    {
        long sent = 0, done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            var buffer = new byte[4096];
            while (watch.Elapsed < time)
            {
                await socket.SendAsync(request(Interlocked.Increment(ref sent)));
                var status = await Answer(socket, buffer);
                if (!statuses.Contains(status)) throw new InvalidOperationException("Answered " + status);
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    /// <summary>A whole POST as bytes.</summary>
    public static byte[] Post(string path, string key, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. head, .. body];
    }

    private static async Task<string> Answer(Socket socket, byte[] buffer)
    {
        var have = 0;
        while (true)
        {
            have += await socket.ReceiveAsync(buffer.AsMemory(have));
            var end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (end < 0) continue;
            var head = buffer.AsSpan(0, end);
            var mark = head.IndexOf("Content-Length: "u8);
            if (mark < 0 || !Utf8Parser.TryParse(head[(mark + 16)..], out int length, out _)) throw new InvalidOperationException("No length.");
            if (have >= end + 4 + length) return Encoding.ASCII.GetString(buffer, 9, 3);
        }
    }
}
