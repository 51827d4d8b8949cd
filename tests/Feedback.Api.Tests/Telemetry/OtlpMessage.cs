using System.Buffers.Binary;
using System.Text;

namespace Feedback.Api.Tests.Telemetry;

/// <summary>A message of protocol buffers, read by the numbers of its fields (opentelemetry-proto 1.x has them).</summary>
internal readonly record struct OtlpMessage(ReadOnlyMemory<byte> Bytes)
{
    public string Text => Encoding.UTF8.GetString(Bytes.Span);

    public string Hex => Convert.ToHexStringLower(Bytes.Span);

    /// <summary>A fixed64, as times are.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks((long)(BinaryPrimitives.ReadUInt64LittleEndian(Bytes.Span) / 100));

    /// <summary>The messages, texts, bytes and fixed numbers of a field.</summary>
    public IEnumerable<OtlpMessage> this[int field] => Fields().Where(f => f.Number == field).Select(f => new OtlpMessage(f.Value));

    /// <summary>What lies at the end of a path of fields.</summary>
    public IEnumerable<OtlpMessage> At(params int[] path) => path.Aggregate((IEnumerable<OtlpMessage>)[this], (found, field) => found.SelectMany(m => m[field]));

    private List<(int Number, ReadOnlyMemory<byte> Value)> Fields()
    {
        var (fields, at) = (new List<(int, ReadOnlyMemory<byte>)>(), 0);
        while (at < Bytes.Length)
        {
            var tag = Varint(ref at);
            var start = at;
            switch (tag & 7)
            {
                case 0:
                    Varint(ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(ref at);
                    start = at;
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException("There is no such wire type.");
            }
            fields.Add(((int)(tag >> 3), Bytes[start..at]));
        }
        return fields;
    }

    private ulong Varint(ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Bytes.Span[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
