using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Too much work makes fewer kinds of cell, each audited against everything that is protected.</summary>
public sealed class LimitingTheAudit
{
    private static readonly AuditQuestion Question = InventedOrganisation.Question(10);

    [Test]
    public void Every_kind_is_published_while_the_limits_hold() => Assert.That(Run(new()).Kinds, Is.EqualTo("every kind"));

    [TestCase(920_000, "no pairs of dimensions below the third level", 901)]
    [TestCase(820_000, "no dimensions below the third level", 847)]
    [TestCase(500_000, "the top two levels only", 520)]
    [TestCase(10_000, "the top node only", 1)]
    public void Work_beyond_the_limit_leaves_fewer_kinds(long work, string kinds, int candidates)
    {
        var result = Run(new(Work: work));
        Assert.That((result.Kinds, result.ProtectedSets), Is.EqualTo((kinds, 9_245)));
        Assert.That((result.Candidates, result.Released.Count + result.Refused), Is.EqualTo((candidates, candidates)));
        Assert.That(result.Released, Is.Not.Empty);
        var attacker = new Attacker(Question.Classes.Count, result.Released.Select(cell => cell.Classes));
        Assert.That(Attacker.Cells(Question).Values.Any(members => members.Sum(i => Question.Classes[i].People) < 10 && attacker.WorksOut(members)), Is.False);
    }

    [Test]
    public void Kinds_are_given_up_from_the_bottom()
    {
        var depths = Kinds.Ladder.Select(kinds => Enumerable.Range(0, 6).Select(kinds.Values)).ToArray();
        Assert.That(depths, Is.EqualTo(new int[][] { [2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 1, 1], [2, 2, 2, 2, 0, 0], [2, 2, 2, -1, -1, -1], [0, -1, -1, -1, -1, -1] }));
    }

    [Test]
    public void More_cells_than_fit_are_not_even_listed()
    {
        var population = Population.Of(Question);
        var limits = new AuditLimits(Memberships: CellTable.Memberships(population, Kinds.Every) - 1);
        Assert.That(Run(limits).Kinds, Is.EqualTo("no pairs of dimensions below the third level"));
        Assert.That(Run(new(Memberships: 0)).Released.Select(cell => cell.Cell.Unit), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public void The_top_level_is_the_only_root_or_the_whole_around_several()
    {
        Assert.That(OrgTree.Of([new("a", null, null), new("b", "a", null)]).Level, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(OrgTree.Of([new("a", null, null), new("b", "a", null), new("c", null, null)]).Level, Is.EqualTo(new[] { 0, 2, 3, 2 }));
    }

    private static AuditResult Run(AuditLimits limits) => ReleaseAudit.Run(Question, limits, default);
}
