using System.Buffers;

namespace Feedback.Indicators.Text;

/// <summary>Terms by how their first word begins, so that a word of a text meets few of them.</summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, TermPattern[]> _whole, _beginnings;
    private readonly TermPattern[] _others;
    private readonly int[] _lengths;

    /// <summary>What the others have in them: nearly every word has none of it, which is one look for all of them.</summary>
    private readonly SearchValues<string> _within;

    public TermIndex(IEnumerable<TermPattern> terms)
    {
        var all = terms.ToList();
        _whole = Group(all.Where(t => t.First is { IsOpenBefore: false, IsOpenBehind: false }));
        _beginnings = Group(all.Where(t => t.First is { IsOpenBefore: false, IsOpenBehind: true }));
        _others = [.. all.Where(t => t.First.IsOpenBefore)];
        _within = SearchValues.Create([.. _others.Select(t => t.First.Text)], StringComparison.Ordinal);
        _lengths = [.. _beginnings.Keys.Select(k => k.Length).Distinct().Order()];
    }

    public bool IsEmpty => _whole.Count + _beginnings.Count + _others.Length == 0;

    /// <summary>The terms whose first word may be this one.</summary>
    public IEnumerable<TermPattern> Starting(ReadOnlySpan<char> word)
    {
        List<TermPattern>? found = null;
        if (_whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var whole))
            (found = []).AddRange(whole);
        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _lengths)
        {
            if (length > word.Length)
                break;
            if (beginnings.TryGetValue(word[..length], out var open))
                (found ??= []).AddRange(open);
        }
        if (_others.Length == 0 || !word.ContainsAny(_within))
            return found ?? (IEnumerable<TermPattern>)[];
        foreach (var term in _others)
        {
            if (term.First.Matches(word))
                (found ??= []).Add(term);
        }
        return found ?? (IEnumerable<TermPattern>)[];
    }

    private static Dictionary<string, TermPattern[]> Group(IEnumerable<TermPattern> terms) =>
        terms.GroupBy(t => t.First.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
