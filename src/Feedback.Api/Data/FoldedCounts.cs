using System.Data.Common;
using System.Text;

namespace Feedback.Api.Data;

/// <summary>
/// Holds the folded counts of the variables that are read, by cohort and month, so that a read adds them up without the engine. Every
/// read gets exactly what its own snapshot holds: folding numbers what it changes, the snapshot's last number says which state it
/// shows, and what is missing up to there is read from it. Variables that find no room, and snapshots older than what is kept, are left
/// to the engine.
/// </summary>
public sealed class FoldedCounts
{
    /// <summary>Reads for which a variable was not asked for before another may take its room.</summary>
    private const long Idle = 100;

    /// <summary>How long a read waits for another that fetches counts before it asks the engine to add up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private readonly Dictionary<int, Held> _held = [];
    private readonly Dictionary<int, int> _sizes = [];
    private long _reads;

    /// <summary>How many counts are held at the most, of all variables; 8 bytes each, and three times as much where there are weights. 0 leaves everything to the engine.</summary>
    public int Budget { get; set; } = 5_000_000;

    /// <summary>How many counts are held, one with a weight as three.</summary>
    public int Size
    {
        get { lock (_lock) return _held.Values.Sum(h => h.Counts.Size); }
    }

    /// <summary>The counts of those variables that are held, as the session's snapshot has them. The engine has to add up the others.</summary>
    public async Task<IReadOnlyDictionary<int, VariableCounts>> Read(Session session, IReadOnlyCollection<int> variables)
    {
        if (Budget <= 0) return new Dictionary<int, VariableCounts>();
        var bounds = (await session.Row<Bounds>(Queries.ReadChangeBounds))!;
        var state = bounds.Last ?? 0;
        var (ready, isAll) = Ready(variables, state);
        if (isAll || !await _fetching.WaitAsync(Patience)) return ready;
        try
        {
            // Whoever had the turn before may have fetched the same.
            (ready, isAll) = Ready(variables, state);
            return isAll ? ready : await Fetch(session, variables, bounds.First ?? 0, state, ready);
        }
        finally
        {
            _fetching.Release();
        }
    }

    /// <summary>What needs no fetching, and whether nothing else is worth it.</summary>
    private (Dictionary<int, VariableCounts> Ready, bool IsAll) Ready(IReadOnlyCollection<int> variables, long state)
    {
        var (ready, isAll) = (new Dictionary<int, VariableCounts>(), true);
        lock (_lock)
        {
            _reads++;
            foreach (var variable in variables)
            {
                if (_held.TryGetValue(variable, out var held))
                {
                    held.LastRead = _reads;
                    var counts = held.Counts.At(state);
                    if (counts?.State >= state) ready[variable] = counts;
                    else isAll &= counts is null;
                }
                else
                {
                    isAll &= !HasRoom(variable);
                }
            }
        }
        return (ready, isAll);
    }

    private async Task<Dictionary<int, VariableCounts>> Fetch(Session session, IReadOnlyCollection<int> variables, long firstChange, long state, Dictionary<int, VariableCounts> ready)
    {
        var (behind, missing) = (new List<(int Variable, VariableCounts Counts)>(), new List<int>());
        foreach (var variable in variables.Where(v => !ready.ContainsKey(v)))
        {
            Held? held;
            lock (_lock) held = _held.GetValueOrDefault(variable);
            if (held is null) missing.Add(variable);
            else if (held.Counts.At(state) is not { } counts) continue;
            else if (counts.State >= firstChange - 1) behind.Add((variable, counts));
            // What changed since is not kept any more.
            else missing.Add(variable);
        }
        if (behind.Count > 0)
        {
            foreach (var (variable, counts) in await Follow(session, behind, state)) Keep(variable, ready[variable] = counts);
        }
        foreach (var variable in missing)
        {
            if (HasRoom(variable) && await Load(session, variable, state) is { } counts) Keep(variable, ready[variable] = counts);
        }
        return ready;
    }

    /// <summary>Adds the changes up to the session's state.</summary>
    private static async Task<List<(int Variable, VariableCounts Counts)>> Follow(Session session, List<(int Variable, VariableCounts Counts)> behind, long state)
    {
        var blocks = behind.ToDictionary(b => b.Variable, b => (After: b.Counts.State, Builder: new CountBlock.Builder()));
        var variables = new StringBuilder("[").AppendJoin(',', blocks.Keys).Append(']').ToString();
        await session.Each(Queries.ReadChanges, new { Since = behind.Min(b => b.Counts.State), Variables = variables }, row =>
        {
            var (after, builder) = blocks[row.GetInt32(1)];
            if (row.GetInt64(0) > after) Add(builder, row, 2);
            return true;
        });
        return [.. behind.Select(b => (b.Variable, b.Counts.With(blocks[b.Variable].Builder.Build(), state)))];
    }

    /// <summary>Reads all counts of a variable; null when they are more than there is room for.</summary>
    private async Task<VariableCounts?> Load(Session session, int variable, long state)
    {
        var builder = new CountBlock.Builder();
        await session.Each(Queries.ReadFolded, new { Variable = variable }, row =>
        {
            Add(builder, row, 0);
            return builder.Size <= Budget;
        });
        lock (_lock) _sizes[variable] = builder.Size;
        return builder.Size <= Budget ? new VariableCounts(variable, builder.Build(), state) : null;
    }

    private static void Add(CountBlock.Builder builder, DbDataReader row, int at) => builder.Add(
        row.GetInt32(at), row.GetInt32(at + 1), (row.GetInt32(at + 2), row.GetInt32(at + 3) != 0), new CountSum(row.GetInt64(at + 4), row.GetInt64(at + 5), row.GetInt64(at + 6)));

    /// <summary>Holds newer counts than before, and lets go of what was not read for the longest time where they are too many.</summary>
    private void Keep(int variable, VariableCounts counts)
    {
        lock (_lock)
        {
            if (_held.TryGetValue(variable, out var held) && held.Counts.State >= counts.State) return;
            _held[variable] = new Held(counts) { LastRead = _reads };
            _sizes[variable] = counts.Size;
            while (_held.Values.Sum(h => h.Counts.Size) > Budget) _held.Remove(_held.MinBy(h => h.Value.LastRead).Key);
        }
    }

    /// <summary>Whether a variable that is not held fits in, as far as its size is known; only those that are not read any more make room.</summary>
    private bool HasRoom(int variable)
    {
        lock (_lock)
        {
            return _held.ContainsKey(variable) || !_sizes.TryGetValue(variable, out var size)
                || _held.Values.Where(h => h.LastRead > _reads - Idle).Sum(h => h.Counts.Size) + size <= Budget;
        }
    }

    private sealed class Held(VariableCounts counts)
    {
        public VariableCounts Counts => counts;

        public long LastRead { get; set; }
    }

    private sealed class Bounds
    {
        public long? First { get; init; }
        public long? Last { get; init; }
    }
}
