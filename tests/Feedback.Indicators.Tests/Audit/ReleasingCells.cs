using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Each rule of the audit on the fewest people that show it.</summary>
public sealed class ReleasingCells
{
    [Test]
    public void Cells_of_k_people_are_released_in_canonical_order()
    {
        var released = new SomeBase(10, "grade").Node("b").Node("a").People("b", 20, "x").People("b", 15, "y").People("a", 30, "y").Released();
        Assert.That(released, Is.EqualTo(new[] { "", "|0=x", "|0=y", "a", "a|0=y", "b", "b|0=x", "b|0=y" }));
    }

    [Test]
    public void A_cell_of_fewer_than_k_people_is_never_released()
    {
        var released = new SomeBase(10).Node("a").Node("b").Node("c").People("a", 9).People("b", 10).People("c", 40).Released();
        Assert.That(released, Does.Not.Contain("a"));
    }

    [Test]
    public void Two_cells_are_not_both_released_if_fewer_than_k_people_are_between_them()
    {
        var released = Nested(rest: 9).Released();
        Assert.That(released, Does.Contain("d").And.Not.Contains("t"));
        Assert.That(Nested(rest: 10).Released(), Does.Contain("d").And.Contains("t"));
    }

    [Test]
    public void Nor_if_the_smaller_lies_in_the_larger_by_unit_and_dimension_at_once()
    {
        var people = new SomeBase(10, "grade").Node("t").People("t", 20, "x").People(null, 9, "x").People(null, 40, "y").People("t", 12, "y");
        Assert.That(people.Released(), Does.Contain("|0=x").And.Not.Contains("t|0=x"));
    }

    [Test]
    public void What_a_breakdown_leaves_over_is_nobody_or_k_people()
    {
        var released = new SomeBase(10).Node("a").Node("b").Node("c").Node("e").People("a", 14).People("b", 12).People("c", 5).People("e", 4).Released();
        Assert.That(released, Is.EqualTo(new[] { "", "a" }));
    }

    [Test]
    public void What_a_breakdown_by_a_dimension_leaves_over_is_nobody_or_k_people()
    {
        var released = new SomeBase(10, "grade").People(null, 14, "a").People(null, 12, "b").People(null, 5, "c").People(null, 4, "d").Released();
        Assert.That(released, Is.EqualTo(new[] { "", "|0=a" }));
    }

    [Test]
    public void Answers_that_a_node_has_of_its_own_are_a_part_of_it()
    {
        var released = new SomeBase(10).Node("d").Node("t", "d").Node("u", "d").People("d", 9).People("t", 20).People("u", 20).Released();
        Assert.That(released, Is.EqualTo(new[] { "", "d", "t" }), "The division without both teams is those nine.");
    }

    [Test]
    public void They_are_left_over_together_with_small_nodes()
    {
        var people = new SomeBase(10).Node("d").Node("t", "d").Node("u", "d").Node("v", "d").People("t", 21).People("u", 20).People("v", 4);
        Assert.That(people.People("d", 4).Released(), Is.EqualTo(new[] { "", "d", "t" }));
        Assert.That(people.People("d", 2).Released(), Is.EqualTo(new[] { "", "d", "t", "u" }));
    }

    /// <summary>Every pair of grade, site and sex has k people, yet the pairs together give each profile away, because one profile is empty.</summary>
    [Test]
    public void A_profile_of_fewer_than_k_people_cannot_be_worked_out_though_no_cell_names_it()
    {
        var people = new SomeBase(10, "grade", "site", "sex").People(null, 5, "1", "1", "1").People(null, 8, "1", "1", "2").People(null, 8, "1", "2", "1").People(null, 8, "2", "1", "1")
            .People(null, 12, "1", "2", "2").People(null, 12, "2", "1", "2").People(null, 12, "2", "2", "1");
        var question = people.Question();
        var cells = Attacker.Cells(question).Values;
        Assert.That(cells.Select(members => members.Sum(i => question.Classes[i].People)), Is.All.GreaterThanOrEqualTo(10));
        Assert.That(new Attacker(7, cells).WorksOut([0]), Is.True);
        var attacker = new Attacker(7, ReleaseAudit.Run(question).Released.Select(cell => cell.Classes));
        Assert.That(Enumerable.Range(0, 4).Any(i => attacker.WorksOut([i])), Is.False);
    }

    /// <summary>Grade 1 and site 1 have the same eleven people, and one more each.</summary>
    [Test]
    public void The_difference_between_two_people_cannot_be_worked_out()
    {
        var question = new SomeBase(10, "grade", "site").People(null, 11, "1", "1").People(null, 1, "1", "2").People(null, 1, "2", "1").People(null, 30, "2", "2").Question();
        Assert.That(new Attacker(4, [[0, 1], [0, 2]]).Pairs(question), Is.EqualTo(new[] { (2, 1) }));
        Assert.That(SomeBase.Released(question), Is.EqualTo(new[] { "", "|0=1", "|0=2" }));
    }

    [Test]
    public void Fewer_than_three_times_k_people_get_the_whole_only()
    {
        Assert.That(new SomeBase(10).Node("a").People("a", 29).Released(), Is.EqualTo(new[] { "" }));
        Assert.That(new SomeBase(10).Node("a").People("a", 30).Released(), Is.EqualTo(new[] { "", "a" }));
        Assert.That(new SomeBase(10).Node("a").People("a", 9).Released(), Is.Empty);
    }

    [Test]
    public void Nobody_answered_and_nothing_is_released()
    {
        var result = ReleaseAudit.Run(new SomeBase(10, "grade").Node("a").People("a", 0, "x").Question());
        Assert.That((result.Released.Count, result.Candidates, result.ProtectedSets), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Everybody_alike_in_one_team_is_one_group_under_every_name()
    {
        var released = new SomeBase(10, "grade", "site").Node("t").People("t", 40, "x", "y").Released();
        Assert.That(released, Is.EqualTo(new[] { "", "|0=x", "|1=y", "|0=x|1=y", "t", "t|0=x", "t|1=y", "t|0=x|1=y" }));
    }

    [Test]
    public void Lacking_a_dimension_is_a_value_like_any_other()
    {
        var result = ReleaseAudit.Run(new SomeBase(10, "grade").People(null, 20, [null]).People(null, 20, "x").Question());
        Assert.That(result.Released.Select(cell => cell.Cell.Values), Is.EqualTo(new (int, string?)[][] { [], [(0, null)], [(0, "x")] }));
        Assert.That(new SomeBase(10, "grade").People(null, 9, [null]).People(null, 31, "x").Released(), Is.EqualTo(new[] { "" }), "What is left over is those who lack it.");
    }

    [Test]
    public void An_unknown_unit_is_in_no_node_but_in_the_whole()
    {
        var question = new SomeBase(10).Node("a").People("a", 30).People("gone", 12).People(null, 3).Question();
        var result = ReleaseAudit.Run(question);
        Assert.That(result.Released.Select(cell => (cell.Cell.Unit, cell.People)), Is.EqualTo(new[] { ((string?)null, 45L), ("a", 30L) }));
        Assert.That(result.Released[0].Classes, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(new SomeBase(10).Node("a").People("a", 30).People("gone", 6).People(null, 3).Released(), Is.EqualTo(new[] { "" }), "Nine people who can be told apart by no filter are one group.");
    }

    [Test]
    public void A_class_that_comes_in_parts_counts_as_one()
    {
        var result = ReleaseAudit.Run(new SomeBase(10).Node("a").People("a", 6).People("a", 7).People(null, 20).Question());
        Assert.That(result.Released.Select(cell => (cell.Cell.Unit, cell.People)), Is.EqualTo(new[] { ((string?)null, 33L), ("a", 13L) }));
        Assert.That(result.Released[1].Classes, Is.EqualTo(new[] { 0, 1 }));
    }

    [TestCase("a", "b", "b", "a")]
    [TestCase("a", null, "a", null)]
    [TestCase("a", null, "", null)]
    public void A_tree_must_be_a_tree(string code, string? parent, string other, string? otherParent) =>
        Assert.That(() => ReleaseAudit.Run(new SomeBase(10).Node(code, parent).Node(other, otherParent).Question()), Throws.ArgumentException);

    [Test]
    public void A_class_needs_a_value_for_every_dimension()
    {
        Assert.That(() => ReleaseAudit.Run(new SomeBase(10, "grade").People("a", 20).Question()), Throws.ArgumentException);
        Assert.That(() => ReleaseAudit.Run(new SomeBase(10).People("a", -1).Question()), Throws.ArgumentException);
        Assert.That(() => ReleaseAudit.Run(new SomeBase(1).People("a", 20).Question()), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public void An_audit_can_be_broken_off() =>
        Assert.That(() => ReleaseAudit.Run(new SomeBase(10).People("a", 40).Question(), new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());

    private static SomeBase Nested(int rest) => new SomeBase(10).Node("d").Node("t", "d").Node("u", "d").Node("e").People("t", 15).People("u", rest).People("e", 40);
}
