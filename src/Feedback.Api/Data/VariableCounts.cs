namespace Feedback.Api.Data;

/// <summary>
/// All folded counts of one variable by cohort and month, as they are at one state of the store or, by leaving out what was
/// changed since, at some states before. A state is the number of the last change. Immutable.
/// </summary>
public sealed class VariableCounts
{
    /// <summary>More changes than this are merged into the base, all but the last few: reads that began before them are still to be served.</summary>
    private const int MostChanges = 8, ChangesLeft = 3;

    private readonly int _variable;
    private readonly CountBlock _base;
    private readonly long _baseState;
    private readonly Change[] _changes;

    private VariableCounts(int variable, CountBlock counts, long baseState, Change[] changes, long state) =>
        (_variable, _base, _baseState, _changes, State) = (variable, counts, baseState, changes, state);

    internal VariableCounts(int variable, CountBlock counts, long state)
        : this(variable, counts, state, [], state)
    {
    }

    /// <summary>The last state for which these counts are known to be all.</summary>
    public long State { get; }

    /// <summary>How many counts it holds in memory.</summary>
    public int Size => _base.Size + _changes.Sum(c => c.Block.Size);

    /// <summary>The first and last month (yyyymm) that has a count; null when there is none.</summary>
    public (int First, int Last)? Months
    {
        get
        {
            var months = Blocks.Select(b => b.Months).OfType<(int First, int Last)>().ToList();
            return months.Count == 0 ? null : (months.Min(m => m.First), months.Max(m => m.Last));
        }
    }

    private IEnumerable<CountBlock> Blocks => _changes.Select(c => c.Block).Prepend(_base);

    /// <summary>Adds what the target takes of some variables. Room is made for all their values first, so that the target's sums grow once.</summary>
    public static void Add(IEnumerable<VariableCounts> variables, ICountTarget target)
    {
        foreach (var (block, slots) in variables.SelectMany(v => v.Blocks, (v, block) => (block, block.SlotsIn(target, v._variable))).ToList()) block.AddTo(target, slots);
    }

    /// <summary>
    /// Without what was changed after a state; the result's own <see cref="State"/> may be an earlier one still, and then the changes
    /// between are to be added. Null when the state is older than all that is kept.
    /// </summary>
    internal VariableCounts? At(long state)
    {
        if (state >= State) return this;
        if (state < _baseState) return null;
        var kept = Array.FindIndex(_changes, c => c.To > state) is var first and >= 0 ? first : _changes.Length;
        var known = kept < _changes.Length ? Math.Min(state, _changes[kept].After) : state;
        return new(_variable, _base, _baseState, _changes[..kept], known);
    }

    /// <summary>With the changes that lead to a later state; they may be none.</summary>
    internal VariableCounts With(CountBlock block, long state)
    {
        if (block.Size == 0) return new(_variable, _base, _baseState, _changes, state);
        Change[] changes = [.. _changes, new(State, state, block)];
        if (changes.Length <= MostChanges) return new(_variable, _base, _baseState, changes, state);
        var merged = changes[..^ChangesLeft];
        return new(_variable, CountBlock.Merge([_base, .. merged.Select(c => c.Block)]), merged[^1].To, changes[^ChangesLeft..], state);
    }

    /// <summary>What was added after one state, up to another.</summary>
    private sealed record Change(long After, long To, CountBlock Block);
}
