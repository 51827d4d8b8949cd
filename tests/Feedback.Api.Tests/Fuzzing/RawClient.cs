using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Feedback.Api.Tests.Fuzzing;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    public string? MediaType => Header("Content-Type")?.Split(';')[0].Trim();

    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>
/// Speaks HTTP/1.1 over a connection that it keeps, and sends exactly the bytes it is given: a client of the base library would mend
/// addresses, refuse headers and never cut a body short.
/// </summary>
internal sealed class RawClient(Uri address) : IDisposable
{
    private TcpClient? _connection;
    private BufferedStream? _stream;

    /// <summary>Sends bytes and reads the answer; null where the connection was closed without one.</summary>
    /// <param name="request">Head and body.</param>
    /// <param name="hasBody">Whether the answer to it may have a body; that to HEAD has none.</param>
    /// <param name="isCutShort">Whether nothing more will come, though the head promises more.</param>
    public async Task<RawAnswer?> Send(byte[] request, bool hasBody = true, bool isCutShort = false)
    {
        // The server may have closed the connection since the answer before; and who is closed upon while still sending may lose the answer.
        for (var attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                if (await Once(request, hasBody, isCutShort) is { } answer) return answer;
            }
            catch (IOException)
            {
                Close();
            }
            if (isCutShort) break;
        }
        return null;
    }

    public void Dispose() => Close();

    private async Task<RawAnswer?> Once(byte[] request, bool hasBody, bool isCutShort)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        if (_connection is null)
        {
            _connection = new TcpClient { NoDelay = true };
            await _connection.ConnectAsync(address.Host, address.Port, patience.Token);
            _stream = new BufferedStream(_connection.GetStream(), 1 << 14);
        }
        try
        {
            await _connection.GetStream().WriteAsync(request, patience.Token);
            if (isCutShort) _connection.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // It answers before it has read all, and closes.
        }
        var answer = await Read(hasBody, patience.Token);
        if (answer is null || isCutShort || answer.Header("Connection")?.Contains("close", StringComparison.OrdinalIgnoreCase) == true) Close();
        return answer;
    }

    private async Task<RawAnswer?> Read(bool hasBody, CancellationToken cancellation)
    {
        while (true)
        {
            if (await Line(cancellation) is not { } start) return null;
            var status = int.Parse(start.Split(' ')[1], CultureInfo.InvariantCulture);
            var headers = new List<(string Name, string Value)>();
            while (await Line(cancellation) is { Length: > 0 } line)
            {
                var colon = line.IndexOf(':');
                headers.Add((line[..colon], line[(colon + 1)..].Trim()));
            }
            if (status < 200) continue;
            var answer = new RawAnswer(status, headers, []);
            return hasBody && status is not (204 or 304) ? answer with { Body = Decoded(await Body(answer, cancellation), answer.Header("Content-Encoding")) } : answer;
        }
    }

    private async Task<byte[]> Body(RawAnswer answer, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        if (answer.Header("Transfer-Encoding") is "chunked")
        {
            while (await Line(cancellation) is { } size && int.Parse(size.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
            {
                await Copy(body, length, cancellation);
                await Line(cancellation);
            }
            await Line(cancellation);
        }
        else if (answer.Header("Content-Length") is { } length) await Copy(body, int.Parse(length, CultureInfo.InvariantCulture), cancellation);
        else
        {
            await _stream!.CopyToAsync(body, cancellation);
            Close();
        }
        return body.ToArray();
    }

    private async Task Copy(MemoryStream body, int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        await _stream!.ReadExactlyAsync(bytes, cancellation);
        body.Write(bytes);
    }

    private async Task<string?> Line(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await _stream!.ReadAsync(one, cancellation) == 1)
        {
            if (one[0] == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }
        return null;
    }

    private static byte[] Decoded(byte[] body, string? encoding)
    {
        if (encoding is null) return body;
        using var encoded = new MemoryStream(body);
        using Stream decoder = encoding == "br" ? new BrotliStream(encoded, CompressionMode.Decompress) : new GZipStream(encoded, CompressionMode.Decompress);
        using var decoded = new MemoryStream();
        decoder.CopyTo(decoded);
        return decoded.ToArray();
    }

    private void Close()
    {
        _stream?.Dispose();
        _connection?.Dispose();
        (_connection, _stream) = (null, null);
    }
}
