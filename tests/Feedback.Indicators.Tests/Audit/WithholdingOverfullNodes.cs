using Feedback.Indicators.Audit;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Nodes with more answers than heads, and surveys that anybody can answer.</summary>
public sealed class WithholdingOverfullNodes
{
    [Test]
    public void A_node_with_more_people_than_heads_is_withheld_and_cannot_be_subtracted()
    {
        var question = Division(heads: 12, people: 13);
        var released = SomeBase.Released(question);
        Assert.That(released.Where(name => name.StartsWith('t')), Is.Empty);
        Assert.That(WorksOut(question, i => question.Classes[i].Unit == "t"), Is.False);
        Assert.That(SomeBase.Released(Division(heads: 13, people: 13)), Does.Contain("t"));
    }

    [Test]
    public void So_is_a_node_that_is_named_as_overfull()
    {
        var question = Division(heads: 20, people: 13) with { Overfull = new HashSet<string> { "t" } };
        var released = SomeBase.Released(question);
        Assert.That(released.Where(name => name.StartsWith('t')), Is.Empty);
        Assert.That(released, Does.Contain("u"), "One of its siblings is still shown.");
        Assert.That(WorksOut(question, i => question.Classes[i].Unit == "t"), Is.False);
        Assert.That(WorksOut(question, i => question.Classes[i].Unit == "t" && question.Classes[i].Values[0] == "x"), Is.False);
    }

    [Test]
    public void An_overfull_whole_is_withheld_and_what_would_add_up_to_it()
    {
        var released = SomeBase.Released(Division(heads: 20, people: 13) with { Overfull = new HashSet<string> { "" } });
        Assert.That(released, Does.Not.Contain("").And.Not.Contains("d").And.Not.Contains("|0=x"));
        Assert.That(released, Does.Contain("u"));
    }

    [Test]
    public void An_open_survey_shows_the_whole_and_nodes_of_ten_times_k_heads()
    {
        var released = SomeBase.Released(Open(north: 100, south: 120));
        Assert.That(released, Is.EqualTo(new[] { "", "north", "south" }));
    }

    [Test]
    public void What_a_small_node_of_an_open_survey_answered_cannot_be_subtracted()
    {
        var question = Open(north: 99, south: 120);
        Assert.That(SomeBase.Released(question), Is.EqualTo(new[] { "" }), "The whole without the south would be the north.");
        Assert.That(WorksOut(question, i => question.Classes[i].Unit == "north"), Is.False);
    }

    [Test]
    public void Nor_can_what_two_small_nodes_of_an_open_survey_answered_together()
    {
        AuditQuestion Company(long small) => new SomeBase(10).Node("c", null, 400).Node("big", "c", 150).Node("large", "c", 250 - 2 * small).Node("s", "c", small).Node("t", "c", small)
            .People("big", 100).People("large", 80).People("s", 20).People("t", 20).Open();
        Assert.That(SomeBase.Released(Company(small: 50)), Is.EqualTo(new[] { "", "big", "c", "large" }));
        Assert.That(SomeBase.Released(Company(small: 49)), Is.EqualTo(new[] { "", "big", "c" }));
    }

    [Test]
    public void Nor_can_what_lies_between_two_large_nodes_that_are_not_parent_and_child()
    {
        SomeBase Company(long inner) => new SomeBase(10).Node("c", null, 1_000).Node("d", "c", 980).Node("e", "d", inner).People("c", 15).People("d", 20).People("e", 300);
        Assert.That(SomeBase.Released(Company(inner: 901).Open()), Is.EqualTo(new[] { "", "c" }));
        Assert.That(SomeBase.Released(Company(inner: 900).Open()), Is.EqualTo(new[] { "", "c", "e" }));
    }

    [Test]
    public void Answers_without_a_unit_do_not_keep_the_nodes_of_an_open_survey_back()
    {
        var open = new SomeBase(10).Node("a", null, 200).Node("b", null, 300).People("a", 60).People("b", 70).People(null, 40).Open();
        Assert.That(SomeBase.Released(open), Is.EqualTo(new[] { "", "a", "b" }));
    }

    private static AuditQuestion Division(long heads, long people) => new SomeBase(10, "grade")
        .Node("d").Node("t", "d", heads).Node("u", "d", 60).Node("v", "d", 60)
        .People("t", people - 3, "x").People("t", 3, "y").People("u", 25, "x").People("u", 15, "y").People("v", 20, "x").People("v", 15, "y").Question();

    private static AuditQuestion Open(long north, long south) => new SomeBase(10, "grade")
        .Node("north", null, north).Node("south", null, south).Node("team", "south", 20)
        .People("north", 40, "x").People("south", 35, "x").People("south", 35, "y").Open();

    private static bool WorksOut(AuditQuestion question, Func<int, bool> group) =>
        new Attacker(question.Classes.Count, ReleaseAudit.Run(question).Released.Select(cell => cell.Classes)).WorksOut([.. Enumerable.Range(0, question.Classes.Count).Where(group)]);
}
