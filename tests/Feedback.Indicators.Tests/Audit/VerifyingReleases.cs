using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>The verification is given releases that no audit would make.</summary>
public sealed class VerifyingReleases
{
    private static readonly Population TwoTeams = Population.Of(new SomeBase(10).Node("t").Node("u").People("t", 40).People("u", 9).Question());

    [Test]
    public void A_protected_group_that_follows_stops_the_publication() =>
        Assert.That(() => Check(Population.Of(InventedOrganisation.Question(10)), All), Throws.TypeOf<AuditFailedException>().With.Message.Contains("protected group"));

    [Test]
    public void So_does_a_combination_of_two_people()
    {
        var people = Population.Of(new SomeBase(10, "grade", "site").People(null, 11, "1", "1").People(null, 1, "1", "2").People(null, 1, "2", "1").People(null, 30, "2", "2").Question());
        var (table, eligibility) = (CellTable.Of(people, Kinds.Every), new Eligibility(people));
        int[] both = [.. eligibility.Candidates(table, Kinds.Every).Where(cell => table.Name(cell).Values is [(_, "1")])];
        Assert.That(() => Verification.Check(table, All(people), eligibility, both, default), Throws.TypeOf<AuditFailedException>().With.Message.Contains("two small groups"));
        Assert.That(() => Verification.Check(table, All(people), eligibility, both[..1], default), Throws.Nothing);
    }

    [Test]
    public void So_do_two_cells_with_fewer_than_k_people_between_them() =>
        Assert.That(() => Check(TwoTeams, _ => new()), Throws.TypeOf<AuditFailedException>().With.Message.Contains("R3"));

    [Test]
    public void So_does_a_breakdown_that_leaves_fewer_than_k_people_over()
    {
        var teams = Population.Of(new SomeBase(10).Node("t").Node("u").Node("v").Node("w").People("t", 20).People("u", 20).People("v", 4).People("w", 5).Question());
        var (table, eligibility) = (CellTable.Of(teams, Kinds.Every), new Eligibility(teams));
        Assert.That(() => ReleaseRules.Check(table, eligibility, [0, 1, 2]), Throws.TypeOf<AuditFailedException>().With.Message.Contains("R4"));
    }

    [Test]
    public void So_does_a_breakdown_that_leaves_a_refused_cell_over_alone()
    {
        var teams = Population.Of(new SomeBase(10).Node("t").Node("u").Node("v").People("t", 20).People("u", 20).People("v", 20).Question());
        var (table, eligibility) = (CellTable.Of(teams, Kinds.Every), new Eligibility(teams));
        Assert.That(() => ReleaseRules.Check(table, eligibility, [0, 1, 2]), Throws.TypeOf<AuditFailedException>().With.Message.Contains("R4"));
        Assert.That(() => ReleaseRules.Check(table, eligibility, [0, 1]), Throws.Nothing);
    }

    [Test]
    public void So_does_a_cell_that_is_too_small()
    {
        var (table, eligibility) = (CellTable.Of(TwoTeams, Kinds.Every), new Eligibility(TwoTeams));
        Assert.That(() => ReleaseRules.Check(table, eligibility, [2]), Throws.TypeOf<AuditFailedException>().With.Message.Contains("may not be"));
    }

    [Test]
    public void An_audit_that_watches_nothing_is_found_out()
    {
        var population = Population.Of(InventedOrganisation.Question(10));
        Assert.That(() => Check(population, All, watched: new()), Throws.TypeOf<AuditFailedException>());
        Assert.That(() => Check(population, All, watched: All(population)), Throws.Nothing);
    }

    private static SetFamily All(Population population) => ProtectedSets.Of(CellTable.Of(population, Kinds.Every), new Eligibility(population));

    /// <summary>Verifies all candidates, or those that an audit releases which watches only these sets.</summary>
    private static void Check(Population population, Func<Population, SetFamily> sets, SetFamily? watched = null)
    {
        var (table, eligibility) = (CellTable.Of(population, Kinds.Every), new Eligibility(population));
        var candidates = GreedyAudit.Ordered(table, eligibility.Candidates(table, Kinds.Every));
        var released = watched is null ? candidates : GreedyAudit.Run(table, watched, candidates, new(), default)!;
        Verification.Check(table, sets(population), eligibility, released, default);
    }
}
