using System.Buffers;
using System.Security.Cryptography;

namespace Feedback.Api.Ingest;

/// <summary>
/// HMAC-SHA256 of what is written to it, which it does not keep: the content of a response with long texts would take several times its
/// size for the moment. Not for two threads at a time.
/// </summary>
/// <param name="key">Of the HMAC.</param>
internal sealed class ContentHash(byte[] key) : IBufferWriter<byte>
{
    private const int Least = 4 * 1024, Kept = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
    private byte[] _written = new byte[Least];

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_written.Length < sizeHint) _written = new byte[sizeHint];
        return _written;
    }

    public void Advance(int count) => _hash.AppendData(_written, 0, count);

    /// <summary>The hash of all that was written since it was last asked for.</summary>
    /// <param name="output">32 bytes.</param>
    public void End(Span<byte> output)
    {
        _hash.GetHashAndReset(output);
        if (_written.Length > Kept) _written = new byte[Least];
    }
}
