using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What the reference file does not say of <c>change</c> between two periods.</summary>
public sealed class ComparingPeriods
{
    private static readonly ChangeSide Sixty = Mean(40, 60, 300);
    private static readonly ChangeSide Seventy = Mean(50, 70, 350);

    [Test]
    public void A_side_that_has_no_figure_leaves_the_change_without_one()
    {
        Assert.That(Outcome(Sixty, new(Figure.Withheld, null)), Is.EqualTo((Status.Withheld, (long?)null)));
        Assert.That(Outcome(Sixty, new(Figure.Insufficient(30), null)), Is.EqualTo((Status.Insufficient, 70)));
        Assert.That(Outcome(new(Figure.Undefined(30), null), Sixty), Is.EqualTo((Status.Undefined, 70)));
        Assert.That(Outcome(new(Figure.Undefined(30), null), new(Figure.Insufficient(20), null)), Is.EqualTo((Status.Insufficient, 50)));
        Assert.That(Outcome(new(Figure.Undefined(9), null), Sixty), Is.EqualTo((Status.Withheld, (long?)null)), "k is asked first");
    }

    [Test]
    public void What_puts_other_facets_together_than_the_other_side_is_insufficient()
    {
        var (one, two) = (Sixty with { MadeOf = "channel" }, Seventy with { MadeOf = "channel,unit" });
        Assert.That(Outcome(one, two), Is.EqualTo((Status.Insufficient, 90)));
        Assert.That(Outcome(one, Seventy with { MadeOf = "channel" }), Is.EqualTo((Status.Released, 90)));
        Assert.That(Outcome(one, new(Figure.Withheld, null)), Is.EqualTo((Status.Withheld, (long?)null)), "k is asked first");
    }

    [Test]
    public void Cells_are_no_people_in_the_change_either()
    {
        var (before, after) = (Inertia.Of(6, 3, 0, Some.Customers), Inertia.Of(8, 2, 0, Some.Customers));
        var change = Between(new(before, null), new(after, null), Some.Customers);
        Assert.That((change.N, change.Estimate), Is.EqualTo((14L, -25.0)));
        Assert.That(Outcome(new(before, null), new(Inertia.Of(2, 1, 0, Some.Customers), null)), Is.EqualTo((Status.Insufficient, 8)));
        Assert.That(Anonymity.Release(change with { N = 7 }, new Change(), Some.Customers).Value.Status, Is.EqualTo(Status.Released));
    }

    [Test]
    public void Without_samples_only_the_intervals_are_compared()
    {
        var change = Between(Sixty with { Sample = null }, Seventy with { Sample = null }, Some.Customers);
        var (a, b) = (Intervals.Mean(new(50, 70, 350)), Intervals.Mean(new(40, 60, 300)));
        Assert.That(change.Estimate, Is.EqualTo(10));
        Assert.That(change.Low, Is.EqualTo(10 - Math.Sqrt(Math.Pow(a.Value - a.Low, 2) + Math.Pow(b.High - b.Value, 2))).Within(1e-12));
        Assert.That(change.High, Is.EqualTo(10 + Math.Sqrt(Math.Pow(a.High - a.Value, 2) + Math.Pow(b.Value - b.Low, 2))).Within(1e-12));
        Assert.That(change.Components["p"], Is.Null);
    }

    [Test]
    public void Means_without_spread_have_no_test_but_employees_the_floor()
    {
        var (before, after) = (Mean(20, 50, 0, floor: 2.5), Mean(30, 75, 0, floor: 2.5));
        Assert.That(Outcome(before, after), Is.EqualTo((Status.Undefined, 50)));
        var employees = Between(before, after, Some.Employees);
        Assert.That((employees.Status, employees.Estimate), Is.EqualTo((Status.Released, 25.0)));
        Assert.That((double)employees.Components["t"]!, Is.EqualTo(25 / (2.5 * Math.Sqrt(1 / 20.0 + 1 / 30.0))).Within(1e-12));
    }

    [Test]
    public void The_whole_result_is_one_family_and_small_changes_are_not_notable()
    {
        var large = Between(Mean(4000, 60, 300), Mean(4000, 66, 300), Some.Customers);
        var small = Between(Mean(40_000, 60, 300), Mean(40_000, 62.9, 300), Some.Customers);
        var unsure = Between(Mean(20, 60, 300), Mean(20, 70, 300), Some.Customers);
        var untested = Between(Sixty with { Sample = null }, Seventy with { Sample = null }, Some.Customers);
        var rows = Change.Adjusted([unsure, untested, large, Figure.Withheld, small]);
        Assert.That(rows.Select(row => row.Components.GetValueOrDefault("notable")), Is.EqualTo(new object?[] { false, null, true, null, false }));
        var p = (double)unsure.Components["p"]!;
        Assert.That(p, Is.InRange(.05, .1));
        Assert.That(rows[0].Components["pAdjusted"], Is.EqualTo(p), "the largest of three p stays");
        Assert.That((double)rows[2].Components["pAdjusted"]!, Is.EqualTo(1.5 * (double)large.Components["p"]!).Within(1e-15));
        Assert.That(rows[1].Components.GetValueOrDefault("pAdjusted"), Is.Null);
        Assert.That(rows[3], Is.SameAs(Figure.Withheld));
    }

    [Test]
    public void Three_points_that_are_sure_are_notable()
    {
        var change = Between(Mean(40_000, 60, 300), Mean(40_000, 57, 300), Some.Customers);
        Assert.That(Change.Adjusted([change])[0].Components["notable"], Is.True);
    }

    [Test]
    public void Weights_are_not_offered() => Assert.That(
        () => new Change().Between(new Trust(), Sixty, Seventy, Some.Customers with { Weighted = true }), Throws.ArgumentException);

    [ForAll]
    public void Changing_places_turns_the_sign_and_mirrors_the_interval(byte kind, (byte N, byte A, byte B) before, (byte N, byte A, byte B) after)
    {
        var (first, second) = (Side(kind, before), Side(kind, after));
        var change = Between(first, second, Some.Customers);
        var back = Between(second, first, Some.Customers);
        Assert.That((back.Status, back.N), Is.EqualTo((change.Status, change.N)));
        Assert.That((-back.Estimate, -back.High, -back.Low), Is.EqualTo((change.Estimate, change.Low, change.High)));
        Assert.That(back.Components.GetValueOrDefault("p"), Is.EqualTo(change.Components.GetValueOrDefault("p")));
        if (change.Status != Status.Released)
            return;
        Assert.That(change.Estimate!.Value, Is.InRange(change.Low!.Value, change.High!.Value));
        var bound = kind % 4 == 2 ? 200 : 100;
        Assert.That((change.Low >= -bound - 1e-12, change.High <= bound + 1e-12), Is.EqualTo((true, true)));
        if (change.Components["p"] is double p)
            Assert.That(p, Is.InRange(0, 1));
    }

    private static ChangeSide Side(byte kind, (byte N, byte A, byte B) drawn)
    {
        var n = drawn.N % 60;
        var positive = n == 0 ? 0 : drawn.A % (n + 1);
        var side = Some.Side((kind % 4) switch
        {
            1 => new Sample.Share(positive, n),
            2 => new Sample.Net(positive, n == positive ? 0 : drawn.B % (n - positive + 1), n),
            _ => new Sample.Mean(new(n, drawn.A % 101, 10 * drawn.B)),
        }, Some.Customers);
        return kind % 4 == 3 ? side with { Sample = null } : side;
    }

    private static ChangeSide Mean(long n, double mean, double variance, double floor = 0) =>
        Some.Side(new Sample.Mean(new(n, mean, variance, n, floor)), Some.Customers);

    private static Figure Between(ChangeSide before, ChangeSide after, Terms terms) => new Change().Between(new Trust(), before, after, terms);

    private static (Status Status, long? N) Outcome(ChangeSide before, ChangeSide after)
    {
        var change = Between(before, after, Some.Customers);
        return (change.Status, change.N);
    }
}
