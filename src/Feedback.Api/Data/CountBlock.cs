using System.Runtime.InteropServices;

namespace Feedback.Api.Data;

/// <summary>Counts of one variable in memory, by cohort and month (yyyymm). Immutable; 8 bytes a count, and 24 where there are weights.</summary>
internal sealed class CountBlock
{
    /// <summary>About how many segments are passed over in the time it takes to look one up.</summary>
    private const int SegmentsOfLookup = 16;

    private readonly Segment[] _segments;
    private readonly Row[] _rows;
    private readonly Weights[]? _weights;
    private readonly (int Value, bool Complete)[] _keys;

    private CountBlock(Segment[] segments, Row[] rows, Weights[]? weights, (int Value, bool Complete)[] keys)
    {
        (_segments, _rows, _weights, _keys) = (segments, rows, weights, keys);
        Months = segments.Length == 0 ? null : (segments.Min(s => s.Month), segments.Max(s => s.Month));
    }

    /// <summary>How much it holds, in counts without weights.</summary>
    public int Size => SizeOf(_rows.Length, _weights is not null);

    /// <summary>The first and last month that has a count; null when there is none.</summary>
    public (int First, int Last)? Months { get; }

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
                var (first, past) = blocks[i].RowsOf(at[i]++);
                for (var row = first; row < past; row++) builder.Add(next.Cohort, next.Month, blocks[i]._keys[blocks[i]._rows[row].Key], blocks[i].SumOf(row));
            }
        }
    }

    /// <summary>Makes room for every value it holds, so that the target's sums grow once and not again and again.</summary>
    public int[] SlotsIn(ICountTarget target, int variable) => Array.ConvertAll(_keys, k => target.SlotOf(variable, k.Value, k.Complete));

    /// <summary>Adds what the target takes. Few cohorts of many are looked up; else all are walked through.</summary>
    public void AddTo(ICountTarget target, int[] slots)
    {
        if (target.Cohorts.Count < _segments.Length / SegmentsOfLookup)
        {
            foreach (var cohort in target.Cohorts)
            {
                for (var i = FirstOf(cohort); i < _segments.Length && _segments[i].Cohort == cohort; i++) Add(i, target, slots);
            }
            return;
        }
        for (var i = 0; i < _segments.Length; i++) Add(i, target, slots);
    }

    private void Add(int segment, ICountTarget target, int[] slots)
    {
        if (target.SumsOf(_segments[segment].Cohort, _segments[segment].Month) is not { } sums) return;
        var (first, past) = RowsOf(segment);
        if (_weights is not null)
        {
            for (var row = first; row < past; row++) sums[slots[_rows[row].Key]].Add(SumOf(row));
            return;
        }
        foreach (ref readonly var row in _rows.AsSpan(first, past - first)) sums[slots[row.Key]].AddUnweighted(row.N);
    }

    /// <summary>The first segment of a cohort, or the place where it would be.</summary>
    private int FirstOf(int cohort)
    {
        var (low, high) = (0, _segments.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_segments[middle].Cohort < cohort) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private (int First, int Past) RowsOf(int segment) => (_segments[segment].FirstRow, segment + 1 < _segments.Length ? _segments[segment + 1].FirstRow : _rows.Length);

    private CountSum SumOf(int row) => _weights is null ? CountSum.Unweighted(_rows[row].N) : new(_rows[row].N, _weights[row].Weight, _weights[row].Squared);

    private static int SizeOf(int rows, bool isWeighted) => isWeighted ? 3 * rows : rows;

    /// <summary>A cohort's month, and where its counts begin.</summary>
    private readonly record struct Segment(int Cohort, int Month, int FirstRow)
    {
        public (int Cohort, int Month) Key => (Cohort, Month);
    }

    /// <summary>A count, and the number of its value among the block's.</summary>
    private readonly record struct Row(int Key, int N);

    /// <summary>The sums of weights of a count, where not everybody counts 1.</summary>
    private readonly record struct Weights(long Weight, long Squared);

    /// <summary>Takes counts in the order of cohort and month; equal ones (of several periods) add.</summary>
    public sealed class Builder
    {
        private readonly List<Segment> _segments = [];
        private readonly List<Row> _rows = [];
        private readonly Dictionary<(int Value, bool Complete), int> _keys = [];
        private readonly List<int> _lastRows = [];
        private List<Weights>? _weights;

        /// <summary>How much it holds so far, in counts without weights.</summary>
        public int Size => SizeOf(_rows.Count, _weights is not null);

        public void Add(int cohort, int month, (int Value, bool Complete) value, in CountSum sum)
        {
            if (_segments.Count == 0 || _segments[^1].Key != (cohort, month)) _segments.Add(new(cohort, month, _rows.Count));
            ref var key = ref CollectionsMarshal.GetValueRefOrAddDefault(_keys, value, out var isKnown);
            if (!isKnown)
            {
                key = _keys.Count - 1;
                _lastRows.Add(-1);
            }
            // From the first weight on everything has one.
            if (_weights is null && !sum.IsUnweighted) _weights = [.. _rows.Select(r => CountSum.Unweighted(r.N)).Select(s => new Weights(s.Weight, s.SquaredWeight))];
            if (_lastRows[key] is var row && row >= _segments[^1].FirstRow)
            {
                _rows[row] = new(key, checked((int)(_rows[row].N + sum.N)));
                if (_weights is not null) _weights[row] = new(_weights[row].Weight + sum.Weight, _weights[row].Squared + sum.SquaredWeight);
                return;
            }
            _lastRows[key] = _rows.Count;
            _rows.Add(new(key, checked((int)sum.N)));
            _weights?.Add(new(sum.Weight, sum.SquaredWeight));
        }

        public CountBlock Build() => new([.. _segments], [.. _rows], _weights?.ToArray(), [.. _keys.OrderBy(k => k.Value).Select(k => k.Key)]);
    }
}
