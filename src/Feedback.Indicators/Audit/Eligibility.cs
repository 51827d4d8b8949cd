namespace Feedback.Indicators.Audit;

/// <summary>Which cells may be published at all if the audit agrees, and which nodes hold more answers than heads (R14).</summary>
internal sealed class Eligibility
{
    private readonly Population _population;
    private readonly int _k;

    public Eligibility(Population population)
    {
        (_population, _k) = (population, population.Question.MinimumGroup);
        Overfull = new bool[population.Tree.Count];
        for (var node = 0; node < Overfull.Length; node++)
            Overfull[node] = population.People[node] > population.Tree.Headcount[node] || population.Question.Overfull.Contains(population.Tree.Codes[node] ?? "");
    }

    /// <summary>More answers than heads: no cell of the node is published or can be worked out.</summary>
    public bool[] Overfull { get; }

    /// <summary>Fewer than 3k people: nothing but the top cell.</summary>
    private bool IsSmall => _population.People[0] < 3L * _k;

    /// <summary>The kinds that this base may show, from those that the limits leave.</summary>
    public IEnumerable<Kinds> Narrowed(IEnumerable<Kinds> kinds) =>
        IsSmall ? [Kinds.TopOnly] : _population.Question.IsOpen ? [Kinds.NodesOnly, Kinds.TopOnly] : kinds;

    public IEnumerable<int> Candidates(CellTable table, Kinds kinds)
    {
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            var item = table.Cells[cell];
            if (Admits(item) && table.Combinations[item.Combination].Count <= kinds.Values(table.Population.Tree.Level[item.Node])) yield return cell;
        }
    }

    /// <summary>Enough people, no more than heads, and for open surveys a large node.</summary>
    public bool Admits(CellOfTable cell) =>
        cell.People >= _k && !Overfull[cell.Node] && (!_population.Question.IsOpen || cell.Node == 0 || _population.Tree.Headcount[cell.Node] >= 10L * _k);
}
