using System.Text.Json.Nodes;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

public sealed class CountingAmbassadors
{
    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => reference.Slug == "ambassadors");

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var units = reference.Input["units"]!.AsArray().Select(unit => new AmbassadorUnit(
            (string)unit!["unit"]!, Answers(unit["employees"]!), Answers(unit["customers"]!))).ToArray();
        var terms = reference.Terms with { Audience = Audience.Employee };
        var figure = new Ambassadors().Of(Answers(reference.Input["employees"]!), Answers(reference.Input["customers"]!), units, terms);
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(figure.Components.Keys, Is.EqualTo(new Ambassadors().Components));
    }

    [Test]
    public void A_unit_needs_k_of_each_and_a_share_above_both()
    {
        var figure = Of(Answers(15, 15), Answers(50, 50),
            ("few employees", Answers(9, 0), Answers(40, 0)), ("few customers", Answers(20, 0), Answers(9, 0)),
            ("as all", Answers(5, 5), Answers(10, 9)), ("above", Answers(6, 5), Answers(10, 9)), ("Above", Answers(30, 5), Answers(10, 0)));
        Assert.That(figure.Components["bothUnits"], Is.EqualTo(new[] { "Above", "above" }), "in ordinal order; as all is not above");
        Assert.That((figure.Components["unitsCompared"], figure.Components["bothUnitShare"]), Is.EqualTo((3L, 100 * 2 / 3.0)));
    }

    [Test]
    public void In_a_release_a_unit_needs_three_times_k_employees()
    {
        AmbassadorUnit[] units = [new("small", Answers(19, 10), Answers(50, 0)), new("large", Answers(20, 10), Answers(50, 0))];
        var figure = new Ambassadors().Of(Answers(40, 60), Answers(50, 50), units, Some.Employees with { Whole = Counts.Empty });
        Assert.That(figure.Components["bothUnits"], Is.EqualTo(new[] { "large" }));
    }

    [Test]
    public void Nine_customers_have_no_share_and_twenty_nine_employees_no_figure()
    {
        Assert.That(Of(Answers(15, 15), Answers(5, 4)).Components["customerShare"], Is.Null);
        Assert.That(Of(Answers(15, 15), Answers(5, 5)).Components["customerShare"], Is.EqualTo(50));
        Assert.That(Of(Answers(15, 14), Answers(50, 50)), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void It_is_asked_of_employees() => Assert.That(
        () => new Ambassadors().Of(Counts.Empty, Counts.Empty, [], Some.Customers), Throws.ArgumentException);

    [Test]
    public void Everybody_of_a_headcount_leaves_no_doubt()
    {
        var figure = new Ambassadors().Of(Answers(15, 15), Counts.Empty, [], Some.Employees with { Headcount = 30 });
        Assert.That((figure.Low, figure.Estimate, figure.High), Is.EqualTo(((double?)50, (double?)50, (double?)50)));
    }

    [ForAll]
    public void The_order_of_units_changes_nothing((byte, byte, byte, byte)[] drawn)
    {
        AmbassadorUnit[] units = [.. drawn.Select((unit, index) => new AmbassadorUnit(
            $"unit {index % 7} {index}", Answers(unit.Item1 % 30, unit.Item2 % 30), Answers(unit.Item3 % 30, unit.Item4 % 30)))];
        var (employees, customers) = (Counts.Sum(units.Select(unit => unit.Employees)), Counts.Sum(units.Select(unit => unit.Customers)));
        var figure = new Ambassadors().Of(employees, customers, units, Some.Employees);
        var turned = new Ambassadors().Of(employees, customers, [.. units.Reverse()], Some.Employees);
        Assert.That((turned.Status, turned.Estimate, turned.Low, turned.High), Is.EqualTo((figure.Status, figure.Estimate, figure.Low, figure.High)));
        Assert.That(turned.Components, Is.EqualTo(figure.Components));
        if (figure.Status != Status.Released)
            return;
        Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
        if (figure.Components["bothUnitShare"] is double share)
            Assert.That(share, Is.InRange(0, 100));
    }

    private static Figure Of(Counts employees, Counts customers, params (string, Counts, Counts)[] units) => new Ambassadors().Of(
        employees, customers, [.. units.Select(unit => new AmbassadorUnit(unit.Item1, unit.Item2, unit.Item3))], Some.Employees);

    private static Counts Answers(long promoters, long others) => Some.Counts(Some.Item("recommend", 0, 10, (9, promoters), (5, others)));

    private static Counts Answers(JsonNode counts) => Some.Counts(Some.Item("recommend", 0, 10,
        [.. counts.AsObject().Select(count => (int.Parse(count.Key, null), (long)count.Value!))]));
}
