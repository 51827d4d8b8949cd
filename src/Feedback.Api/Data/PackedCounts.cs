using System.Buffers;
using System.Buffers.Text;

namespace Feedback.Api.Data;

/// <summary>
/// The counts of one transaction as one text, which SQL can read too:
/// <c>[[cohort,day,period,[variable,value,complete],[variable,value,complete,n],[variable,value,complete,n,weight,squared],...],...]</c>.
/// Without n it is 1; without weights everybody counts 1.
/// </summary>
internal static class PackedCounts
{
    private const int LongestNumber = 21;

    /// <summary>Writes the counts of a group.</summary>
    public static void Write(GroupCounts group, ArrayBufferWriter<byte> to)
    {
        var writer = new Writer(to);
        var sign = (byte)'[';
        foreach (var part in group.Parts)
        {
            writer.Mark(sign);
            writer.Numbers((byte)'[', part.Cohort, part.Day, part.Period);
            foreach (var (counted, sum) in part.Sums)
            {
                writer.Mark((byte)',');
                writer.Numbers((byte)'[', counted.Variable, counted.Value, counted.Complete ? 1 : 0);
                if (!sum.IsUnweighted) writer.Numbers((byte)',', sum.N, sum.Weight, sum.SquaredWeight);
                else if (sum.N != 1) writer.Number((byte)',', sum.N);
                writer.Mark((byte)']');
            }
            writer.Mark((byte)']');
            sign = (byte)',';
        }
        if (sign == (byte)'[') writer.Mark(sign);
        writer.Mark((byte)']');
        writer.Dispose();
    }

    /// <summary>Goes through the counts of a text that <see cref="Write"/> made.</summary>
    public static Reader Read(ReadOnlySpan<byte> content) => new(content);

    private ref struct Writer(ArrayBufferWriter<byte> to)
    {
        private Span<byte> _room;
        private int _used;

        public void Mark(byte sign)
        {
            MakeRoom();
            _room[_used++] = sign;
        }

        public void Number(byte before, long number)
        {
            Mark(before);
            Utf8Formatter.TryFormat(number, _room[_used..], out var length);
            _used += length;
        }

        public void Numbers(byte before, long first, long second, long third)
        {
            Number(before, first);
            Number((byte)',', second);
            Number((byte)',', third);
        }

        public void Dispose() => to.Advance(_used);

        private void MakeRoom()
        {
            if (_room.Length - _used > LongestNumber) return;
            to.Advance(_used);
            _room = to.GetSpan(4096);
            _used = 0;
        }
    }

    /// <summary>One count after the other.</summary>
    public ref struct Reader(ReadOnlySpan<byte> content)
    {
        private readonly ReadOnlySpan<byte> _content = content;
        private int _at;
        private int _cohort, _day, _period;

        public TallyRow Current { get; private set; }

        public readonly Reader GetEnumerator() => this;

        /// <exception cref="InvalidDataException">The text is not one that was written here.</exception>
        public bool MoveNext()
        {
            // Between counts stand commas and brackets alone; two that open, or one that follows the end of a part, begin a part.
            var depth = _at == 0 ? 0 : 2;
            while (_at < _content.Length)
            {
                var sign = _content[_at++];
                if (sign == '[')
                {
                    if (++depth == 3) return ReadCount();
                    if (depth == 2) (_cohort, _day, _period) = ((int)Next(), (int)Next(), (int)Next());
                }
                else if (sign == ']') depth--;
                else if (sign != ',') throw Broken();
            }
            return depth == 0 && !_content.IsEmpty ? false : throw Broken();
        }

        private bool ReadCount()
        {
            var key = new TallyKey((int)Next(), _cohort, _day, _period, (int)Next(), (int)Next());
            var sum = CountSum.Unweighted(IsAtEnd ? 1 : Next());
            if (!IsAtEnd) sum = new CountSum(sum.N, Next(), Next());
            if (!IsAtEnd) throw Broken();
            _at++;
            Current = new TallyRow(key, sum.N, sum.Weight, sum.SquaredWeight);
            return true;
        }

        private readonly bool IsAtEnd => _at < _content.Length ? _content[_at] == ']' : throw Broken();

        /// <summary>The next number, and the comma before it.</summary>
        private long Next()
        {
            if (_at < _content.Length && _content[_at] == ',') _at++;
            if (!Utf8Parser.TryParse(_content[_at..], out long number, out var length)) throw Broken();
            _at += length;
            return number;
        }

        private static InvalidDataException Broken() => new("Counts of a group cannot be read.");
    }
}
