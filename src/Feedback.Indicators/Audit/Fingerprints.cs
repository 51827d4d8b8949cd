namespace Feedback.Indicators.Audit;

/// <summary>
/// Of every protected set what is left of the sum of its classes' secret numbers after the released rows are subtracted: 0 would
/// mean that the set is a combination of released cells.
/// </summary>
internal sealed class Fingerprints
{
    private readonly RandomSolution _solution;
    private readonly ulong[] _ofSet;
    private readonly ulong[] _next;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];
    private readonly int[] _starts;
    private readonly int[] _sets;

    public Fingerprints(SetFamily sets, RandomSolution solution, int classes)
    {
        (_solution, _ofSet, _next, _isTouched) = (solution, new ulong[sets.Count], new ulong[sets.Count], new bool[sets.Count]);
        (_starts, _sets) = sets.ByClass(classes);
        for (var set = 0; set < sets.Count; set++) _ofSet[set] = solution.Sum(sets[set]);
    }

    /// <summary>Whether the row that the solution tried last leaves something of every protected set.</summary>
    public bool IsSafe()
    {
        foreach (var set in _touched) _isTouched[set] = false;
        _touched.Clear();
        foreach (var (item, change) in _solution.Changes) Shift(item, change);
        return _touched.TrueForAll(set => _next[set] != 0);
    }

    /// <summary>Takes over what is left.</summary>
    public void Accept()
    {
        foreach (var set in _touched) _ofSet[set] = _next[set];
    }

    private void Shift(int column, ulong change)
    {
        for (var i = _starts[column]; i < _starts[column + 1]; i++)
        {
            var set = _sets[i];
            if (!_isTouched[set])
            {
                (_isTouched[set], _next[set]) = (true, _ofSet[set]);
                _touched.Add(set);
            }
            _next[set] = Field61.Add(_next[set], change);
        }
    }
}
