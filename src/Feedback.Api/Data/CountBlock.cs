using System.Runtime.InteropServices;

namespace Feedback.Api.Data;

/// <summary>Counts of one variable in memory, by cohort and month (yyyymm). Immutable; 32 bytes a count.</summary>
internal sealed class CountBlock
{
    private readonly Segment[] _segments;
    private readonly Row[] _rows;
    private readonly (int Value, bool Complete)[] _keys;

    private CountBlock(Segment[] segments, Row[] rows, (int Value, bool Complete)[] keys) => (_segments, _rows, _keys) = (segments, rows, keys);

    /// <summary>How many counts it holds.</summary>
    public int Size => _rows.Length;

    /// <summary>The first and last month that has a count; null when there is none.</summary>
    public (int First, int Last)? Months => _segments.Length == 0 ? null : (_segments.Min(s => s.Month), _segments.Max(s => s.Month));

    /// <summary>All blocks together.</summary>
    public static CountBlock Merge(IReadOnlyList<CountBlock> blocks)
    {
        var builder = new Builder();
        var at = new int[blocks.Count];
        while (true)
        {
            var next = (Cohort: int.MaxValue, Month: int.MaxValue);
            for (var i = 0; i < at.Length; i++)
            {
                if (at[i] < blocks[i]._segments.Length && blocks[i]._segments[at[i]].Key.CompareTo(next) < 0) next = blocks[i]._segments[at[i]].Key;
            }
            if (next.Month == int.MaxValue) return builder.Build();
            for (var i = 0; i < at.Length; i++)
            {
                if (at[i] >= blocks[i]._segments.Length || blocks[i]._segments[at[i]].Key != next) continue;
                foreach (ref readonly var row in blocks[i].RowsOf(at[i]++)) builder.Add(next.Cohort, next.Month, blocks[i]._keys[row.Key], row.Sum);
            }
        }
    }

    /// <summary>Makes room for every value it holds, so that the target's sums grow once and not again and again.</summary>
    public int[] SlotsIn(ICountTarget target, int variable) => Array.ConvertAll(_keys, k => target.SlotOf(variable, k.Value, k.Complete));

    /// <summary>Adds what the target takes.</summary>
    public void AddTo(ICountTarget target, int[] slots)
    {
        for (var i = 0; i < _segments.Length; i++)
        {
            if (target.SumsOf(_segments[i].Cohort, _segments[i].Month) is not { } sums) continue;
            foreach (ref readonly var row in RowsOf(i)) sums[slots[row.Key]].Add(row.Sum);
        }
    }

    private ReadOnlySpan<Row> RowsOf(int segment) =>
        _rows.AsSpan(_segments[segment].FirstRow..(segment + 1 < _segments.Length ? _segments[segment + 1].FirstRow : _rows.Length));

    /// <summary>A cohort's month, and where its counts begin.</summary>
    private readonly record struct Segment(int Cohort, int Month, int FirstRow)
    {
        public (int Cohort, int Month) Key => (Cohort, Month);
    }

    /// <summary>A count, and the number of its value among the block's.</summary>
    private struct Row(int key, CountSum sum)
    {
        public readonly int Key = key;
        public CountSum Sum = sum;
    }

    /// <summary>Takes counts in the order of cohort and month; equal ones (of several periods) add.</summary>
    public sealed class Builder
    {
        private readonly List<Segment> _segments = [];
        private readonly List<Row> _rows = [];
        private readonly Dictionary<(int Value, bool Complete), int> _keys = [];
        private readonly List<int> _lastRows = [];

        public int Size => _rows.Count;

        public void Add(int cohort, int month, (int Value, bool Complete) value, in CountSum sum)
        {
            if (_segments.Count == 0 || _segments[^1].Key != (cohort, month)) _segments.Add(new(cohort, month, _rows.Count));
            ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, value, out var isKnown);
            if (!isKnown)
            {
                key = _keys.Count - 1;
                _lastRows.Add(-1);
            }
            if (_lastRows[key] >= _segments[^1].FirstRow)
            {
                CollectionsMarshal.AsSpan(_rows)[_lastRows[key]].Sum.Add(sum);
                return;
            }
            _lastRows[key] = _rows.Count;
            _rows.Add(new(key, sum));
        }

        public CountBlock Build() => new([.. _segments], [.. _rows], [.. _keys.OrderBy(k => k.Value).Select(k => k.Key)]);
    }
}
