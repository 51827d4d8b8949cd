using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity.Solving;

/// <summary>
/// Every cell of the grammar that holds somebody of a base, worked out from the answers themselves. People with the same unit and
/// the same values are one class: nothing that can be asked tells them apart.
/// </summary>
internal sealed class TrueCells
{
    private readonly InventedOrganisation _organisation;
    private readonly IReadOnlyCollection<string> _dimensions;
    private readonly List<List<InventedPerson>> _classes;
    private readonly Dictionary<AskedCell, TrueCell> _cells;

    /// <param name="organisation">Tree and register.</param>
    /// <param name="dimensions">Those that the survey registers, the unit aside.</param>
    /// <param name="people">Who belongs to the base.</param>
    public TrueCells(InventedOrganisation organisation, IReadOnlyCollection<string> dimensions, IEnumerable<InventedPerson> people)
    {
        (_organisation, _dimensions) = (organisation, dimensions);
        _classes = [.. people.GroupBy(p => string.Join('\u001f', dimensions.Select(d => p.Profile.GetValueOrDefault(d)).Prepend(p.Team))).Select(g => g.ToList())];
        ClassSizes = [.. _classes.Select(c => c.Count)];
        var found = new Dictionary<AskedCell, List<int>>();
        for (var i = 0; i < _classes.Count; i++)
        {
            foreach (var cell in CellsOf(_classes[i][0])) (found.TryGetValue(cell, out var list) ? list : found[cell] = []).Add(i);
        }
        _cells = found.ToDictionary(c => c.Key, c => new TrueCell(c.Key, [.. c.Value], c.Value.Sum(i => ClassSizes[i])));
    }

    /// <summary>People in each class.</summary>
    public IReadOnlyList<int> ClassSizes { get; }

    /// <summary>The cells with somebody in them.</summary>
    public IReadOnlyCollection<TrueCell> All => _cells.Values;

    /// <summary>What is true of a cell; empty where nobody is.</summary>
    public TrueCell this[AskedCell cell] => _cells.GetValueOrDefault(cell) ?? new TrueCell(cell, [], 0);

    /// <summary>The people of the base in a cell.</summary>
    public IEnumerable<InventedPerson> PeopleIn(AskedCell cell) => this[cell].Classes.SelectMany(c => _classes[c]);

    /// <summary>The cells around a cell: some of its predicates dropped, its unit replaced by one around it; not the cell itself.</summary>
    public IEnumerable<AskedCell> Around(AskedCell cell)
    {
        foreach (var unit in _organisation.Around(cell.Unit).Append(null))
        {
            foreach (var values in Choices([.. cell.Predicates]))
            {
                var around = AskedCell.Of(unit, values);
                if (around != cell) yield return around;
            }
        }
    }

    /// <summary>The parts of a cell in each breakdown: by a dimension that it does not name, and by the units directly below.</summary>
    public IEnumerable<(string By, AskedCell[] Parts)> Breakdowns(AskedCell cell)
    {
        AskedCell[] below = [.. _organisation.Units.Where(u => u.Parent == cell.Unit).Select(u => cell with { Unit = u.Code })];
        if (below.Length > 0) yield return ("unit", below);
        if (cell.Predicates.Count() == 2) yield break;
        foreach (var dimension in _dimensions.Except(cell.Predicates.Select(p => p.Dimension)))
        {
            var values = _organisation.People.Select(p => p.Profile.GetValueOrDefault(dimension)).OfType<string>().Distinct();
            yield return (dimension, [.. values.Select(v => AskedCell.Of(cell.Unit, [.. cell.Predicates, new Predicate(dimension, v)]))]);
        }
    }

    private IEnumerable<AskedCell> CellsOf(InventedPerson person)
    {
        Predicate[] values = [.. _dimensions.Where(person.Profile.ContainsKey).Select(d => new Predicate(d, person.Profile[d]))];
        var choices = Choices(values).ToList();
        foreach (var unit in _organisation.Around(person.Team).Append(null))
        {
            foreach (var choice in choices) yield return AskedCell.Of(unit, choice);
        }
    }

    /// <summary>None, one or two of the values.</summary>
    private static IEnumerable<Predicate[]> Choices(Predicate[] values)
    {
        yield return [];
        for (var i = 0; i < values.Length; i++)
        {
            yield return [values[i]];
            for (var j = i + 1; j < values.Length; j++) yield return [values[i], values[j]];
        }
    }
}
