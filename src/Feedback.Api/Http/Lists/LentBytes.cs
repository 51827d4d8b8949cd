using System.Buffers;

namespace Feedback.Api.Http.Lists;

/// <summary>
/// Bytes that are written one after the other, in memory that the pool lends and has back afterwards. Answers are large enough for the collector to keep them
/// where it cleans up least often, and made so often that it then did little else.
/// </summary>
internal sealed class LentBytes : IBufferWriter<byte>, IDisposable
{
    private const int Smallest = 4 << 10;

    private byte[] _bytes = [];

    public int Count { get; private set; }

    /// <summary>What was written; until it is cleared, or the memory given back.</summary>
    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Count);

    public void Advance(int count) => Count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        HaveRoom(sizeHint);
        return _bytes.AsMemory(Count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        HaveRoom(sizeHint);
        return _bytes.AsSpan(Count);
    }

    /// <summary>Begins again, in the same memory.</summary>
    public void Clear() => Count = 0;

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Count) = ([], 0);
    }

    private void HaveRoom(int size)
    {
        if (_bytes.Length - Count >= Math.Max(1, size)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Smallest, Math.Max(Count + size, 2 * Count)));
        _bytes.AsSpan(0, Count).CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
