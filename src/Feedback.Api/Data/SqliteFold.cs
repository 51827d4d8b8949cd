using System.Runtime.InteropServices;

namespace Feedback.Api.Data;

/// <summary>
/// Folds appended counts in SQLite, in the caller's transaction. Adding up here and handing the sums over in the order of the
/// table's key is several times as fast as three grouped upserts in SQL, because the engine sorts nothing and walks the tree once.
/// </summary>
internal sealed class SqliteFold(SqliteDatabase database, SqliteHandle connection) : IDisposable
{
    private const int Day = 1, Month = 2, Year = 3;

    /// <summary>Sums of days held at once; with their months and years some 15 MB. Counts that share few keys are folded in more, smaller steps.</summary>
    private const int MaximumKeys = 60_000;

    private readonly SqliteStatement _readAppended = new(connection, database.Text(Queries.ReadAppended));
    private readonly SqliteStatement _readGroups = new(connection, database.Text(Queries.ReadGroups));
    private readonly SqliteStatement _countGrouped = new(connection, database.Text(Queries.CountGrouped));
    private readonly SqliteStatement _add = new(connection, database.Text(Queries.AddFolded), "Variable", "Grain", "Cohort", "Start", "Period", "Value", "Complete", "N", "Weight", "SquaredWeight");
    private readonly SqliteStatement _change = new(connection, database.Text(Queries.AppendChange), "Variable", "Cohort", "Start", "Period", "Value", "Complete", "N", "Weight", "SquaredWeight");
    private readonly SqliteStatement _readLastUpdate = new(connection, database.Text(Queries.ReadLastUpdate));
    private readonly SqliteStatement _touch = new(connection, database.Text(Queries.TouchFoldedDay), "Day", "UpdatedAt", "Variable");
    private readonly SqliteStatement _removeChanges = new(connection, database.Text(Queries.RemoveChanges), "Kept");
    private readonly SqliteStatement _removeAppended = new(connection, database.Text(Queries.RemoveAppended), "Last");
    private readonly SqliteStatement _removeGroups = new(connection, database.Text(Queries.RemoveGroups), "Last");
    private readonly SqliteStatement _removeAllGroups = new(connection, database.Text(Queries.RemoveAllGroups));
    private readonly Dictionary<Key, (long N, long Weight, long SquaredWeight)> _sums = [];

    /// <summary>Folds at the most so many counts and a group, the oldest first; tells how many are left.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="now">Unix milliseconds.</param>
    public long Run(int rows, long now)
    {
        _sums.Clear();
        var (appended, isAllAppended) = ReadAppended(rows);
        var (grouped, isAllGrouped) = isAllAppended ? ReadGroups(rows) : (null, false);
        if (appended is null && grouped is null) return 0;
        AddMonthsAndYears();
        Write();
        TouchDays(now);
        _removeChanges.Bind(1, ResponseStore.ChangesKept);
        _removeChanges.Run();
        if (appended is { } lastAppended) Remove(_removeAppended, lastAppended);
        if (isAllGrouped) _removeAllGroups.Run();
        else if (grouped is { } lastGroup) Remove(_removeGroups, lastGroup);
        return isAllGrouped ? 0 : 1 + Grouped();
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_readAppended, _readGroups, _countGrouped, _add, _change, _readLastUpdate, _touch, _removeChanges, _removeAppended, _removeGroups, _removeAllGroups]) statement.Dispose();
    }

    /// <summary>Adds up counts that were appended alone; tells the last one, and whether those are all.</summary>
    private (long? Last, bool IsAll) ReadAppended(int rows)
    {
        long? last = null;
        var isAll = true;
        for (var read = 0; _readAppended.Step(); read++)
        {
            isAll = read < rows && _sums.Count < MaximumKeys;
            if (!isAll) break;
            last = _readAppended.Number(0);
            var key = new Key((int)_readAppended.Number(1), Day, (int)_readAppended.Number(2), (int)_readAppended.Number(3), (int)_readAppended.Number(4), (int)_readAppended.Number(5), (int)_readAppended.Number(6));
            Add(key, (_readAppended.Number(7), _readAppended.Number(8), _readAppended.Number(9)));
        }
        _readAppended.Reset();
        return (last, isAll);
    }

    /// <summary>Adds up counts by transaction, as far as there is room; tells the last one, and whether those are all.</summary>
    private (long? Last, bool IsAll) ReadGroups(int rows)
    {
        long? last = null;
        var (read, isAll) = (0, true);
        while (_readGroups.Step())
        {
            isAll = read < rows && _sums.Count < MaximumKeys;
            if (!isAll) break;
            last = _readGroups.Number(0);
            foreach (var (key, n, weight, squaredWeight) in PackedCounts.Read(_readGroups.Bytes(1)))
            {
                Add(new Key(key.Variable, Day, key.Cohort, key.Day, key.Period, key.Value, key.Complete), (n, weight, squaredWeight));
                read++;
            }
        }
        _readGroups.Reset();
        return (last, isAll);
    }

    /// <summary>How many counts wait in groups.</summary>
    private long Grouped()
    {
        _countGrouped.Step();
        var waiting = _countGrouped.Number(0);
        _countGrouped.Reset();
        return waiting;
    }

    /// <summary>From the sums of days, which are far fewer than what was appended.</summary>
    private void AddMonthsAndYears()
    {
        foreach (var (day, sum) in _sums.ToArray())
        {
            Add(day with { Grain = Month, Start = day.Start / 100 }, sum);
            Add(day with { Grain = Year, Start = day.Start / 10_000 }, sum);
        }
    }

    /// <summary>The engine drops the pages of a whole table at once, and the rows of a part one by one.</summary>
    private static void Remove(SqliteStatement removal, long last)
    {
        removal.Bind(1, last);
        removal.Run();
    }

    private void Add(Key key, (long N, long Weight, long SquaredWeight) more)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
        sum = (sum.N + more.N, sum.Weight + more.Weight, sum.SquaredWeight + more.SquaredWeight);
    }

    private void Write()
    {
        var keys = _sums.Keys.ToArray();
        Array.Sort(keys);
        foreach (var key in keys)
        {
            var (n, weight, squaredWeight) = _sums[key];
            if (key.Grain == Month) Note(key, n, weight, squaredWeight);
            _add.Bind(1, key.Variable);
            _add.Bind(2, key.Grain);
            _add.Bind(3, key.Cohort);
            _add.Bind(4, key.Start);
            _add.Bind(5, key.Period);
            _add.Bind(6, key.Value);
            _add.Bind(7, key.Complete);
            _add.Bind(8, n);
            _add.Bind(9, weight);
            _add.Bind(10, squaredWeight);
            _add.Run();
        }
    }

    /// <summary>Notes when the days of surveys changed: later than every change before, even where the clock was set back.</summary>
    private void TouchDays(long now)
    {
        _readLastUpdate.Step();
        if (!_readLastUpdate.IsNull(0)) now = Math.Max(now, _readLastUpdate.Number(0) + 1);
        _readLastUpdate.Reset();
        foreach (var (variable, day) in _sums.Keys.Where(k => k.Grain == Day).Select(k => (k.Variable, k.Start)).Distinct())
        {
            _touch.Bind(1, day);
            _touch.Bind(2, now);
            _touch.Bind(3, variable);
            _touch.Run();
        }
    }

    /// <summary>What a month's count changes by, for processes that hold it in memory.</summary>
    private void Note(Key key, long n, long weight, long squaredWeight)
    {
        _change.Bind(1, key.Variable);
        _change.Bind(2, key.Cohort);
        _change.Bind(3, key.Start);
        _change.Bind(4, key.Period);
        _change.Bind(5, key.Value);
        _change.Bind(6, key.Complete);
        _change.Bind(7, n);
        _change.Bind(8, weight);
        _change.Bind(9, squaredWeight);
        _change.Run();
    }

    /// <summary>The key of a folded count, in the order of the table.</summary>
    private readonly record struct Key(int Variable, int Grain, int Cohort, int Start, int Period, int Value, int Complete) : IComparable<Key>
    {
        public int CompareTo(Key other)
        {
            if (Variable != other.Variable) return Variable.CompareTo(other.Variable);
            if (Grain != other.Grain) return Grain.CompareTo(other.Grain);
            if (Cohort != other.Cohort) return Cohort.CompareTo(other.Cohort);
            if (Start != other.Start) return Start.CompareTo(other.Start);
            if (Period != other.Period) return Period.CompareTo(other.Period);
            return Value != other.Value ? Value.CompareTo(other.Value) : Complete.CompareTo(other.Complete);
        }

        public override int GetHashCode()
        {
            var x = ((ulong)(uint)Variable << 40) ^ ((ulong)(uint)Cohort << 20) ^ (uint)Start ^ ((ulong)(uint)Value << 50) ^ ((ulong)(uint)Grain << 60) ^ ((ulong)(uint)Complete << 63);
            x = (x ^ (x >> 32)) * 0xd6e8feb86659fd93UL;
            return (int)(x ^ (x >> 32));
        }
    }
}
