using System.IO.Compression;
using System.Reflection;

namespace Feedback.Api.Http;

/// <summary>
/// The script that pages include, as it was built from <c>web/widget</c> and committed: the service needs no Node to serve it. Compressed once and as far as
/// it goes, because every visitor of every page loads it.
/// </summary>
public sealed class WidgetScript
{
    private readonly Lazy<byte[]> _brotli, _gzip;

    private WidgetScript(byte[] plain)
    {
        Plain = plain;
        Tag = EntityTags.Of(plain);
        _brotli = new(() => Compress(to => new BrotliStream(to, CompressionLevel.SmallestSize)));
        _gzip = new(() => Compress(to => new GZipStream(to, CompressionLevel.SmallestSize)));
    }

    public static WidgetScript Embedded { get; } = new(Read());

    /// <summary>The script in UTF-8.</summary>
    public byte[] Plain { get; }

    public string Tag { get; }

    /// <summary>The script in the best encoding that a request takes, and that encoding; null for none.</summary>
    public (byte[] Body, string? Encoding) For(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return accepted.Contains("br") ? (_brotli.Value, "br") : accepted.Contains("gzip") ? (_gzip.Value, "gzip") : (Plain, null);
    }

    private byte[] Compress(Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var compressed = open(bytes)) compressed.Write(Plain);
        return bytes.ToArray();
    }

    private static byte[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("widget.js")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
