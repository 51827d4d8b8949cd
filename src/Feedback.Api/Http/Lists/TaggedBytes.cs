using System.Buffers;
using System.Security.Cryptography;

namespace Feedback.Api.Http.Lists;

/// <summary>The tag and the length of a body that is handed over in parts. A small body is kept, to be sent without being made again; of a large one nothing is.</summary>
internal sealed class TaggedBytes : IDisposable
{
    private const int MostKept = 1 << 20;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly LentBytes _kept = new();

    public long Length { get; private set; }

    /// <summary>The whole body; null where it is large.</summary>
    public ReadOnlyMemory<byte>? Whole => Length <= MostKept ? _kept.Written : (ReadOnlyMemory<byte>?)null;

    public ValueTask Add(ReadOnlyMemory<byte> bytes)
    {
        _hash.AppendData(bytes.Span);
        Length += bytes.Length;
        if (Length <= MostKept) _kept.Write(bytes.Span);
        else _kept.Dispose();
        return default;
    }

    public string Tag() => EntityTags.Of(_hash);

    public void Dispose()
    {
        _hash.Dispose();
        _kept.Dispose();
    }
}
