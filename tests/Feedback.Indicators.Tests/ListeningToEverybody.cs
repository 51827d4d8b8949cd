using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

public sealed class ListeningToEverybody
{
    private static readonly ListeningCounts Some100 = new(
        200, 100, new Dictionary<string, long> { ["mail"] = 100 }, [(20, 10), (20, 9), (9, 9)], new Dictionary<int, long> { [3] = 50, [0] = 40, [9] = 10 });

    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => reference.Slug == "listening");

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var figure = Of(new(
            (long)reference.Input["invited"]!,
            (long)reference.Input["answered"]!,
            reference.Input["channels"]!.AsObject().ToDictionary(channel => channel.Key, channel => (long)channel.Value!),
            [.. reference.Input["units"]!.AsArray().Select(unit => ((long)unit!["headcount"]!, (long)unit["answers"]!))],
            reference.Input["delays"]!.AsObject().ToDictionary(delay => int.Parse(delay.Key, null), delay => (long)delay.Value!)));
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(figure.Components.Keys, Is.SubsetOf(new Listening().Components));
    }

    [Test]
    public void More_answers_than_invitations_are_no_rate_and_the_components_stay()
    {
        var figure = Of(Some100 with { Invited = 99 });
        Assert.That((figure.Status, figure.Estimate, figure.N), Is.EqualTo((Status.Undefined, (double?)null, (long?)99)));
        Assert.That((figure.Components["answered"], figure.Components["unitCoverage"]), Is.EqualTo((100L, 50.0)));
        Assert.That(Of(Some100 with { Invited = 100 }).Estimate, Is.EqualTo(100));
    }

    [TestCase(200, 9, Status.Withheld)]
    [TestCase(200, 10, Status.Released)]
    [TestCase(200, 190, Status.Released)]
    [TestCase(19, 9, Status.Withheld)]
    [TestCase(9, 9, Status.Withheld)]
    public void Employees_are_not_told_apart_by_having_answered_or_not(long invited, long answered, Status status)
    {
        var counts = Some100 with { Invited = invited, Answered = answered };
        Assert.That(new Listening().Of(counts, Some.Employees).Status, Is.EqualTo(status));
        if (invited >= 10)
            Assert.That(Of(counts).Status, Is.EqualTo(Status.Released), "customers");
    }

    [TestCase(200, 191, 95)]
    [TestCase(200, 200, 95)]
    [TestCase(24, 20, 58.3)]
    [TestCase(10, 10, 0)]
    public void Of_fewer_than_k_employees_who_did_not_answer_only_that_is_told(long invited, long answered, double least)
    {
        var figure = new Listening().Of(Some100 with { Invited = invited, Answered = answered }, Some.Employees);
        var served = Anonymity.Release(figure, new Listening(), Some.Employees).Value;
        Assert.That((served.Estimate, served.Low, served.High, served.Bound), Is.EqualTo(((double?)least, (double?)least, (double?)100, (Bound?)Bound.AtLeast)));
        Assert.That(served.Components.GetValueOrDefault("answered"), Is.Null);
        Assert.That(Of(Some100 with { Invited = invited, Answered = answered }).Bound, Is.Null, "customers");
    }

    [Test]
    public void All_who_are_bounded_are_bounded_alike() => Assert.That(
        Enumerable.Range(0, 10).Select(absent => new Listening().Of(Some100 with { Answered = 200 - absent }, Some.Employees))
            .Select(figure => (figure.Estimate, figure.Low, figure.High, figure.N)).Distinct().Count(), Is.EqualTo(1));

    [Test]
    public void A_day_counts_as_reached_by_exactly_half_and_nine_tenths()
    {
        var figure = Of(Some100);
        Assert.That((figure.Components["medianDays"], figure.Components["ninetiethDays"]), Is.EqualTo((3L, 3L)));
        figure = Of(Some100 with { Delays = new Dictionary<int, long> { [0] = 50, [3] = 39, [9] = 11 } });
        Assert.That((figure.Components["medianDays"], figure.Components["ninetiethDays"]), Is.EqualTo((0L, 9L)));
    }

    [Test]
    public void Days_of_fewer_than_k_answers_are_null() =>
        Assert.That(Of(Some100 with { Delays = new Dictionary<int, long> { [2] = 9 } }).Components["medianDays"], Is.Null);

    [Test]
    public void Employees_get_no_days()
    {
        var figure = new Listening().Of(Some100, Some.Employees);
        Assert.That((figure.Components["medianDays"], figure.Components["ninetiethDays"]), Is.EqualTo(((object?)null, (object?)null)));
        Assert.That(figure.Estimate, Is.EqualTo(50));
        Assert.That(new Listening().Of(Some100 with { Invited = 0 }, Some.Employees), Is.EqualTo(Figure.Withheld), "undefined");
    }

    [ForAll]
    public void Heard_and_silent_units_add_to_all_and_the_half_comes_before_the_rest(
        ushort invited, ushort answered, (byte, byte)[] units, byte[] delays)
    {
        var figure = Of(new(invited, answered, new Dictionary<string, long>(), [.. units.Select(unit => ((long)unit.Item1, (long)unit.Item2))],
            delays.GroupBy(day => (int)day).ToDictionary(same => same.Key, same => 7L * same.Count())));
        if (figure.Status == Status.Withheld)
            return;
        if (figure.Components["unitCoverage"] is double heard)
            Assert.That(heard + (double)figure.Components["silentUnitShare"]!, Is.EqualTo(100).Within(1e-9));
        if (figure.Components["medianDays"] is long half)
            Assert.That(half, Is.LessThanOrEqualTo((long)figure.Components["ninetiethDays"]!));
        if (figure.Status == Status.Released)
        {
            Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
            Assert.That((figure.Low >= 0, figure.High <= 100), Is.EqualTo((true, true)));
        }
    }

    private static Figure Of(ListeningCounts counts) => new Listening().Of(counts, Some.Customers);
}
