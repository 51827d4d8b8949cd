using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Api.Tests.Limits;

/// <summary>Frames of HTTP/2 (RFC 9113) on a connection of its own, as a client sends them that keeps to no limit.</summary>
internal sealed class Http2Wire : IDisposable
{
    public const byte Headers = 1, Reset = 3, Settings = 4, GoAway = 7, Continuation = 9;
    public const byte EndsHeaders = 4;
    public const uint RefusedStream = 7;

    private readonly TcpClient _client = new() { NoDelay = true };
    private NetworkStream _stream = null!;

    /// <summary>A frame that the server sent.</summary>
    public sealed record Frame(byte Kind, byte Flags, int Stream, byte[] Payload)
    {
        /// <summary>The number that stands at a place of it.</summary>
        public uint Number(int at) => BinaryPrimitives.ReadUInt32BigEndian(Payload.AsSpan(at));

        /// <summary>What settings it tells.</summary>
        public Dictionary<int, uint> Told() => Enumerable.Range(0, Payload.Length / 6).ToDictionary(i => (int)BinaryPrimitives.ReadUInt16BigEndian(Payload.AsSpan(6 * i)), i => Number(6 * i + 2));
    }

    /// <summary>Opens a connection with prior knowledge, and tells settings of its own: none.</summary>
    public static async Task<Http2Wire> Open(Uri address)
    {
        var wire = new Http2Wire();
        await wire._client.ConnectAsync(address.Host, address.Port);
        wire._stream = wire._client.GetStream();
        await wire._stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await wire.Send(Settings, 0, 0, []);
        return wire;
    }

    /// <summary>Headers of a request, each written out and none remembered (RFC 7541, 6.2.2).</summary>
    public static byte[] Request(string method, string path, string key)
    {
        using var block = new MemoryStream();
        foreach (var (name, value) in ((string, string)[])[(":method", method), (":scheme", "http"), (":path", path), (":authority", "x"), ("authorization", "Bearer " + key), ("content-type", "application/x-ndjson")])
            block.Write(Header(name, value));
        return block.ToArray();
    }

    /// <summary>A header of fewer than 127 signs each.</summary>
    public static byte[] Header(string name, string value) => [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];

    public async Task Send(byte kind, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8 | kind);
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        await _stream.WriteAsync(frame);
    }

    /// <summary>Opens a stream and gives it up.</summary>
    public async Task OpenAndReset(int stream, byte[] headers)
    {
        await Send(Headers, EndsHeaders, stream, headers);
        await Send(Reset, 0, stream, [0, 0, 0, 8]);
    }

    /// <summary>Reads until a frame of a kind comes; null where the connection ended before.</summary>
    public async Task<Frame?> Read(byte kind, CancellationToken cancellation)
    {
        var head = new byte[9];
        try
        {
            while (true)
            {
                await _stream.ReadExactlyAsync(head, cancellation);
                var payload = new byte[BinaryPrimitives.ReadInt32BigEndian(head) >> 8 & 0xffffff];
                await _stream.ReadExactlyAsync(payload, cancellation);
                if (head[3] == kind) return new Frame(kind, head[4], BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(5)), payload);
            }
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _client.Dispose();
}
