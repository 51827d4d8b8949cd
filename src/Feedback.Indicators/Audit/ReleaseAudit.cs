namespace Feedback.Indicators.Audit;

/// <summary>
/// Finds the cells of one base that can be published so that nobody, with all of them and any linear algebra, works out the
/// answers of fewer than k people. Which cells these are depends on counts only, never on answers, and not on the order of
/// the question. Every audit is verified by other means before it is returned.
/// </summary>
public static class ReleaseAudit
{
    /// <exception cref="ArgumentException">The tree has a circle or a code twice, or a class lacks a value for a dimension.</exception>
    /// <exception cref="AuditFailedException">The verification found something: nothing may be published.</exception>
    public static AuditResult Run(AuditQuestion question, CancellationToken cancellation = default) => Run(question, new AuditLimits(), cancellation);

    internal static AuditResult Run(AuditQuestion question, AuditLimits limits, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.MinimumGroup, 2);
        var population = Population.Of(question);
        var kinds = Kinds.Ladder.Where(kinds => CellTable.Memberships(population, kinds) <= limits.Memberships).DefaultIfEmpty(Kinds.TopOnly).ToList();
        var table = CellTable.Of(population, kinds[0]);
        var eligibility = new Eligibility(population);
        var sets = ProtectedSets.Of(table, eligibility);
        foreach (var rung in eligibility.Narrowed(kinds))
        {
            var candidates = GreedyAudit.Ordered(table, eligibility.Candidates(table, rung));
            if (GreedyAudit.Run(table, sets, candidates, limits, cancellation) is not { } released) continue;
            Verification.Check(table, sets, eligibility, released, cancellation);
            return new([.. released.Select(cell => Named(table, cell)).OrderBy(cell => cell.Cell.Unit, StringComparer.Ordinal)], candidates.Count, candidates.Count - released.Count, sets.Count, rung.Text, [Field61.Prime, PlainEchelon.Prime]);
        }
        return new([], 0, 0, sets.Count, "nothing: too much work", [Field61.Prime, PlainEchelon.Prime]);
    }

    private static ReleasedCell Named(CellTable table, int cell)
    {
        var originals = new List<int>();
        foreach (var item in table.Classes(cell)) originals.AddRange(table.Population.Classes[item].Originals);
        originals.Sort();
        return new(table.Name(cell), table.Cells[cell].People, originals);
    }
}
