using System.Buffers;
using System.Text.Json;

namespace Feedback.Api.Features.Responses;

/// <summary>
/// Cuts a JSON array into its elements as the bytes come in. Keeps one element at the most, looks at each byte once, and gives
/// every element that was whole before the place where the array breaks.
/// </summary>
/// <param name="limit">Bytes of an element; a longer one is skipped.</param>
internal sealed class ArrayCutter(int limit)
{
    private readonly ArrayBufferWriter<byte> _element = new();
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = 256 });
    private bool _isInside, _isTooLong;

    /// <summary>Whether the array has begun.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Adds the elements that end in the buffer, null for one that is over the limit.</summary>
    /// <returns>How far the buffer was used; the rest has to come again with more.</returns>
    /// <exception cref="JsonException">It is no array, or breaks here.</exception>
    public SequencePosition Cut(ReadOnlySequence<byte> buffer, bool isLast, List<byte[]?> elements)
    {
        var reader = new Utf8JsonReader(buffer, isLast, _state);
        long done = 0;
        while (reader.Read())
        {
            if (!IsOpen && reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
            if (IsOpen && reader.CurrentDepth > 0)
            {
                Keep(buffer.Slice(_isInside ? done : reader.TokenStartIndex, reader.Position));
                _isInside = reader.CurrentDepth > 1 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
                if (!_isInside) elements.Add(Take());
            }
            IsOpen = true;
            done = reader.BytesConsumed;
        }
        _state = reader.CurrentState;
        return buffer.GetPosition(reader.BytesConsumed);
    }

    private void Keep(ReadOnlySequence<byte> part)
    {
        _isTooLong |= _element.WrittenCount + part.Length > limit;
        if (_isTooLong) return;
        foreach (var segment in part) _element.Write(segment.Span);
    }

    private byte[]? Take()
    {
        var element = _isTooLong ? null : _element.WrittenSpan.ToArray();
        _element.ResetWrittenCount();
        _isTooLong = false;
        return element;
    }
}
