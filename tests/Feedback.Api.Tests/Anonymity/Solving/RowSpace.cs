namespace Feedback.Api.Tests.Anonymity.Solving;

/// <summary>
/// The solver of an attacker: every sum that follows from sums over given sets, by Gaussian elimination modulo a prime on sparse
/// rows. A set follows if its indicator is a linear combination of theirs; whoever knows the sums of answers of the given sets
/// then knows that of this one.
/// </summary>
/// <remarks>
/// Rows are kept in echelon form over the columns in the order of how few of the given sets hold them, not reduced upwards. It
/// shares nothing with the audit of the product. That the prime makes a set follow which does not has a chance of about one in a
/// thousand million a set.
/// </remarks>
internal sealed class RowSpace
{
    /// <summary>The largest prime below 2^30: products of two numbers below it fit 60 bits.</summary>
    private const long Prime = 1_073_741_789;

    private readonly int[] _place;
    private readonly (int[] Places, long[] Values)?[] _pivots;
    private readonly long[] _row;

    /// <param name="sets">The sets whose sums are known, as numbers of columns.</param>
    /// <param name="columns">How many columns there are.</param>
    public RowSpace(IReadOnlyCollection<int[]> sets, int columns)
    {
        var uses = new int[columns];
        foreach (var column in sets.SelectMany(s => s)) uses[column]++;
        _place = new int[columns];
        var order = Enumerable.Range(0, columns).OrderBy(c => uses[c]).ToArray();
        for (var i = 0; i < columns; i++) _place[order[i]] = i;
        (_pivots, _row) = (new (int[], long[])?[columns], new long[columns]);
        foreach (var set in sets.OrderBy(s => s.Length)) Add(set);
    }

    /// <summary>How many of the sets say something that the others do not.</summary>
    public int Rank { get; private set; }

    /// <summary>Whether the sum over a set follows.</summary>
    public bool Contains(int[] set) => Reduce(set) < 0;

    private void Add(int[] set)
    {
        var pivot = Reduce(set);
        if (pivot < 0) return;
        var inverse = Inverse(_row[pivot]);
        var (places, values) = (new List<int>(), new List<long>());
        for (var place = pivot; place < _row.Length; place++)
        {
            if (_row[place] == 0) continue;
            places.Add(place);
            values.Add(_row[place] * inverse % Prime);
        }
        _pivots[pivot] = ([.. places], [.. values]);
        Rank++;
    }

    /// <summary>Takes away what the rows explain; the first place that is left over, or -1.</summary>
    private int Reduce(int[] set)
    {
        Array.Clear(_row);
        foreach (var column in set) _row[_place[column]] = 1;
        for (var place = 0; place < _row.Length; place++)
        {
            if (_row[place] == 0) continue;
            if (_pivots[place] is not var (places, values)) return place;
            var factor = Prime - _row[place];
            for (var i = 0; i < places.Length; i++) _row[places[i]] = (_row[places[i]] + factor * values[i]) % Prime;
        }
        return -1;
    }

    /// <summary>One over a number, by Fermat's little theorem.</summary>
    private static long Inverse(long number)
    {
        var result = 1L;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) == 1) result = result * number % Prime;
            number = number * number % Prime;
        }
        return result;
    }
}
