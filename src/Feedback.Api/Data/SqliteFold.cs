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

    private readonly SqliteStatement _bounds = new(connection, database.Text(Queries.ReadFreshBounds));
    private readonly SqliteStatement _read = new(connection, database.Text(Queries.ReadFresh), "Past");
    private readonly SqliteStatement _add = new(connection, database.Text(Queries.AddFolded), "Variable", "Grain", "Cohort", "Start", "Period", "Value", "Complete", "N", "Weight", "SquaredWeight");
    private readonly SqliteStatement _change = new(connection, database.Text(Queries.AppendChange), "Variable", "Cohort", "Start", "Period", "Value", "Complete", "N", "Weight", "SquaredWeight");
    private readonly SqliteStatement _readLastUpdate = new(connection, database.Text(Queries.ReadLastUpdate));
    private readonly SqliteStatement _touch = new(connection, database.Text(Queries.TouchFoldedDay), "Day", "UpdatedAt", "Variable");
    private readonly SqliteStatement _removeChanges = new(connection, database.Text(Queries.RemoveChanges), "Kept");
    private readonly SqliteStatement _remove = new(connection, database.Text(Queries.RemoveFresh), "Past");
    private readonly SqliteStatement _removeAll = new(connection, database.Text(Queries.RemoveAllFresh));
    private readonly Dictionary<Key, (long N, long Weight, long SquaredWeight)> _sums = [];

    /// <summary>Folds at the most so many counts, the oldest first; tells how many are left.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="now">Unix milliseconds.</param>
    public long Run(int rows, long now)
    {
        _bounds.Step();
        var (isEmpty, first, last) = (_bounds.IsNull(0), _bounds.Number(0), _bounds.Number(1));
        _bounds.Reset();
        if (isEmpty) return 0;
        var past = Read(Math.Min(first + rows, last + 1));
        AddMonthsAndYears();
        Write();
        TouchDays(now);
        _removeChanges.Bind(1, ResponseStore.ChangesKept);
        _removeChanges.Run();
        Remove(past, isAll: past > last);
        return last + 1 - past;
    }

    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[_bounds, _read, _add, _change, _readLastUpdate, _touch, _removeChanges, _remove, _removeAll]) statement.Dispose();
    }

    /// <summary>Adds up the counts below a number; tells how far it came.</summary>
    private long Read(long past)
    {
        _sums.Clear();
        _read.Bind(1, past);
        while (_read.Step())
        {
            var (variable, cohort, day, period) = ((int)_read.Number(1), (int)_read.Number(2), (int)_read.Number(3), (int)_read.Number(4));
            var (value, complete) = ((int)_read.Number(5), (int)_read.Number(6));
            var sum = (_read.Number(7), _read.Number(8), _read.Number(9));
            Add(new Key(variable, Day, cohort, day, period, value, complete), sum);
            if (_sums.Count < MaximumKeys) continue;
            past = _read.Number(0) + 1;
            break;
        }
        _read.Reset();
        return past;
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
    private void Remove(long past, bool isAll)
    {
        if (isAll)
        {
            _removeAll.Run();
            return;
        }
        _remove.Bind(1, past);
        _remove.Run();
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
