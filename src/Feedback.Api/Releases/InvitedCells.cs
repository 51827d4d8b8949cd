using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Releases;

/// <summary>
/// How many were invited, cell by cell, and which of the numbers may be shown (ANONYMITY, R9): those of released cells with at
/// least k invited that are not set apart from a cell around them by a handful. Around a cell lie those that drop some of its
/// values, or name a unit above. Where the two differ by 1 to k-1 who were invited, or by 1 to k-1 who did not answer, the finer
/// one is not shown.
/// </summary>
/// <param name="tree">The units of the period.</param>
/// <param name="dimensions">The others, in ordinal order.</param>
/// <param name="minimumGroup">k.</param>
internal sealed class InvitedCells(UnitTree tree, IReadOnlyList<string> dimensions, int minimumGroup)
{
    private readonly Dictionary<Key, (long Invited, long Silent)> _cells = [];

    /// <summary>A unit with all below it, or the whole; none, one or two values.</summary>
    private readonly record struct Key(string? Unit, (string Dimension, string? Value)? First, (string Dimension, string? Value)? Second);

    /// <summary>Counts people who were invited; before those who answered.</summary>
    public void Invite(Cohort cohort, int n)
    {
        foreach (var key in KeysOf(cohort))
        {
            var (invited, silent) = _cells.GetValueOrDefault(key);
            _cells[key] = (invited + n, silent + n);
        }
    }

    /// <summary>Counts people who answered. Where nobody was invited nothing is shown of them.</summary>
    public void Answer(Cohort cohort, int n)
    {
        foreach (var key in KeysOf(cohort))
        {
            if (_cells.TryGetValue(key, out var counted)) _cells[key] = (counted.Invited, counted.Silent - n);
        }
    }

    /// <summary>Those of the released cells whose number of invited may be shown, in their order, with that number as their people.</summary>
    public IEnumerable<FrozenCell> Shown(IEnumerable<FrozenCell> released) => released.Select(cell => (cell, Keys: Around(cell).ToList()))
        .Where(c => IsShown(c.Keys[0], c.Keys.Skip(1))).Select(c => c.cell with { People = _cells[c.Keys[0]].Invited, Counts = [] });

    private bool IsShown(Key key, IEnumerable<Key> around) => _cells.TryGetValue(key, out var own) && own.Invited >= minimumGroup
        && around.All(k => _cells[k] is var (invited, silent) && !IsHandful(invited - own.Invited) && !IsHandful(silent - own.Silent));

    private bool IsHandful(long people) => people > 0 && people < minimumGroup;

    /// <summary>Every cell that the people of a cohort are in.</summary>
    private IEnumerable<Key> KeysOf(Cohort cohort)
    {
        List<(string, string?)?> values = [.. dimensions.Select(d => ((string, string?)?)(d, cohort.Values.GetValueOrDefault(d)))];
        var units = tree.Upward(cohort.Values.GetValueOrDefault(ResponseRules.Unit) ?? "").Select(u => (string?)u.Code).Append(null);
        foreach (var unit in units)
        {
            yield return new Key(unit, null, null);
            for (var i = 0; i < values.Count; i++)
            {
                yield return new Key(unit, values[i], null);
                for (var j = i + 1; j < values.Count; j++) yield return new Key(unit, values[i], values[j]);
            }
        }
    }

    /// <summary>A cell, and the cells around it.</summary>
    private IEnumerable<Key> Around(FrozenCell cell)
    {
        var values = cell.Values.Select(v => ((string, string?)?)v).ToList();
        IEnumerable<Key> same = values.Count switch
        {
            0 => [default],
            1 => [new(null, values[0], null), default],
            _ => [new(null, values[0], values[1]), new(null, values[0], null), new(null, values[1], null), default],
        };
        var units = cell.Unit is null ? [null] : tree.Above(cell.Unit).Prepend(cell.Unit).Append(null);
        return units.SelectMany(unit => same.Select(key => key with { Unit = unit }));
    }
}
