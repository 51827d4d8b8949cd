namespace Feedback.Indicators.Audit;

/// <summary>
/// Any two classes of together fewer than k people: the released cells must not give a combination of the two, neither the sum of
/// two people's answers nor their difference, from which either of them would know the other's. There are too many pairs to
/// list them, but two independent solutions stand in the same ratio for both classes if and only if there is a combination.
/// </summary>
internal sealed class ClassPairs
{
    private readonly RandomSolution _first;
    private readonly RandomSolution _second;
    private readonly long[] _people;
    private readonly int _k;
    private readonly ulong[] _ratio;
    private readonly Dictionary<ulong, List<int>> _ofRatio = [];
    private readonly List<(int Class, ulong Ratio)> _next = [];
    private readonly bool[] _isChanging;

    public ClassPairs(Population population, RandomSolution first, RandomSolution second)
    {
        (_first, _second, _k) = (first, second, population.Question.MinimumGroup);
        _people = [.. population.Classes.Select(item => item.People)];
        (_ratio, _isChanging) = (new ulong[_people.Length], new bool[_people.Length]);
        for (var i = 0; i < _people.Length; i++)
        {
            if (_people[i] < _k) Enter(i, Ratio(first[i], second[i]));
        }
    }

    /// <summary>Whether the row that both solutions tried last brings no two such classes into one ratio.</summary>
    public bool IsSafe()
    {
        _next.Clear();
        for (var i = 0; i < _first.Changes.Count; i++)
        {
            var (item, change) = _first.Changes[i];
            if (_people[item] < _k) _next.Add((item, Ratio(Field61.Add(_first[item], change), Field61.Add(_second[item], _second.Changes[i].Change))));
        }
        foreach (var (item, _) in _next) _isChanging[item] = true;
        var isSafe = IsApartFromTheRest() && AreApart();
        foreach (var (item, _) in _next) _isChanging[item] = false;
        return isSafe;
    }

    /// <summary>Takes over the ratios.</summary>
    public void Accept()
    {
        foreach (var (item, ratio) in _next)
        {
            Leave(item);
            Enter(item, ratio);
        }
    }

    private static ulong Ratio(ulong first, ulong second) => second == 0 ? 0 : Field61.Multiply(first, Field61.Invert(second));

    private bool IsApartFromTheRest()
    {
        foreach (var (item, ratio) in _next)
        {
            if (_ofRatio.TryGetValue(ratio, out var others) && others.Exists(other => !_isChanging[other] && _people[other] + _people[item] < _k)) return false;
        }
        return true;
    }

    private bool AreApart()
    {
        if (_next.Count == 1) return true;
        var fewest = new Dictionary<ulong, long>(_next.Count);
        foreach (var (item, ratio) in _next)
        {
            var others = fewest.GetValueOrDefault(ratio, _k);
            if (others + _people[item] < _k) return false;
            fewest[ratio] = Math.Min(others, _people[item]);
        }
        return true;
    }

    private void Enter(int item, ulong ratio)
    {
        _ratio[item] = ratio;
        if (!_ofRatio.TryGetValue(ratio, out var same)) _ofRatio.Add(ratio, same = new(1));
        same.Add(item);
    }

    private void Leave(int item)
    {
        var same = _ofRatio[_ratio[item]];
        same.Remove(item);
        if (same.Count == 0) _ofRatio.Remove(_ratio[item]);
    }
}
