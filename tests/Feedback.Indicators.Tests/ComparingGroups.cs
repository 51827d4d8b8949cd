using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What the reference file does not say of <c>silo</c> and <c>hierarchy-gap</c>.</summary>
public sealed class ComparingGroups
{
    private static readonly Moments Low = new(40, 50, 300);
    private static readonly Moments Middle = new(30, 55, 250);
    private static readonly Moments High = new(50, 70, 280);

    [Test]
    public void Small_units_are_left_out_and_lower_the_coverage()
    {
        var figure = new Silo().Of([Low, Middle, High, new(9, 10, 0)], Some.Customers);
        Assert.That((figure.N, figure.Components["units"]), Is.EqualTo((120L, (object)3L)));
        Assert.That((double)figure.Components["coverage"]!, Is.EqualTo(120 / 129.0).Within(1e-15));
        Assert.That(figure.Estimate, Is.EqualTo(new Silo().Of([Low, Middle, High], Some.Customers).Estimate));
        var others = new Silo().Of([Low, Middle, High, new(9, 10, 0)], Some.Customers, scores: 240);
        Assert.That((double)others.Components["coverage"]!, Is.EqualTo(.5).Within(1e-15), "the rest is in no unit");
        Assert.That(new Silo().Of([Low, Middle, High], Some.Customers, scores: 0).Components["coverage"], Is.Null, "the whole is withheld, the units are not");
    }

    [Test]
    public void Collaboration_is_shown_beside_from_k_answers_on()
    {
        Assert.That(Beside(new(10, 62, 300)), Is.EqualTo(62));
        Assert.That(Beside(new(9, 62, 300)), Is.Null);
        Assert.That(Beside(null), Is.Null);

        static object? Beside(Moments? asked) => new Silo().Of([Low, Middle, High], Some.Customers, asked).Components["collaboration"];
    }

    [Test]
    public void Without_spread_inside_the_units_employees_are_withheld_and_no_units_are_nobody()
    {
        Moments[] flat = [Low with { Variance = 0 }, Middle with { Variance = 0 }, High with { Variance = 0 }];
        var customers = new Silo().Of(flat, Some.Customers);
        Assert.That((customers.Status, customers.N), Is.EqualTo((Status.Undefined, 120L)));
        Assert.That(new Silo().Of(flat, Some.Employees), Is.EqualTo(Figure.Withheld));
        Assert.That(new Silo().Of([], Some.Customers), Is.EqualTo(Figure.Withheld));
        Assert.That(() => new Silo().Of(flat, Some.Customers with { Weighted = true }), Throws.ArgumentException);
    }

    [Test]
    public void Equal_units_have_no_icc_and_rank_nothing()
    {
        var icc = IntraclassCorrelation.Of([Low, Low, Low])!;
        Assert.That((icc.F, icc.Mean, icc.N0), Is.EqualTo((0.0, 0.0, 40.0)));
        Assert.That(icc.Single, Is.EqualTo(-1 / 39.0).Within(1e-15));
        Assert.That(IntraclassCorrelation.Of([Low]), Is.Null);
        Assert.That(IntraclassCorrelation.Of([new(1, 50, 0), new(1, 60, 0)]), Is.Null, "one person each");
    }

    [ForAll]
    public void The_order_of_units_does_not_matter_and_a_silo_lies_in_its_interval((byte N, byte Mean, ushort Variance)[] drawn)
    {
        Moments[] units = [.. drawn.Select(unit => new Moments(unit.N % 60, unit.Mean % 101, unit.Variance % 2500))];
        var figure = new Silo().Of(units, Some.Customers);
        var turned = new Silo().Of([.. units.Reverse()], Some.Customers);
        Assert.That((turned.Status, turned.N), Is.EqualTo((figure.Status, figure.N)));
        if (figure.Status != Status.Released)
            return;
        Assert.That(turned.Estimate, Is.EqualTo(figure.Estimate).Within(1e-9));
        Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
        Assert.That((figure.Low.Value, figure.High.Value), Is.EqualTo((Math.Max(0, figure.Low.Value), Math.Min(100, figure.High.Value))));
    }

    [Test]
    public void Both_sides_of_a_gap_need_k_people_before_anything_is_worked_out()
    {
        Assert.That(new HierarchyGap().Of(High, new(9, 20, 0), Some.Customers), Is.EqualTo(Figure.Withheld));
        Assert.That(new HierarchyGap().Of(Moments.None, High, Some.Customers), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void Employees_gap_has_the_spread_floor_and_so_always_a_value()
    {
        var (senior, frontline) = (new Moments(20, 75, 0, 20, Floor: 2.5), new Moments(30, 50, 0, 30, Floor: 2.5));
        var customers = new HierarchyGap().Of(senior, frontline, Some.Customers);
        Assert.That((customers.Status, customers.N), Is.EqualTo((Status.Undefined, 50L)));
        var figure = new HierarchyGap().Of(senior, frontline, Some.Employees);
        Assert.That((figure.Status, figure.Estimate), Is.EqualTo((Status.Released, 25.0)));
        Assert.That((double)figure.Components["t"]!, Is.EqualTo(25 / (2.5 * Math.Sqrt(1 / 20.0 + 1 / 30.0))).Within(1e-12));
    }

    [Test]
    public void Items_are_adjusted_over_all_of_them_and_the_largest_gap_comes_first()
    {
        var gap = new HierarchyGap();
        NamedFigure[] rows =
        [
            new("item", "small", gap.Of(new(40, 52, 300), Low, Some.Customers)),
            new("item", "nobody", Figure.Withheld),
            new("item", "high", gap.Of(High, Low, Some.Customers)),
            new("item", "flat", Figure.Undefined(80)),
            new("item", "reverse", gap.Of(Low, new(60, 72, 300), Some.Customers)),
        ];
        var adjusted = HierarchyGap.Adjusted(rows);
        Assert.That(adjusted.Select(row => row.Name), Is.EqualTo(new[] { "reverse", "high", "small", "flat", "nobody" }));
        double[] p = [.. adjusted.Take(3).Select(row => (double)row.Figure.Components["p"]!)];
        Assert.That(adjusted.Take(3).Select(row => (double)row.Figure.Components["pAdjusted"]!), Is.EqualTo(
            new[] { 3 * p[0], 3 * p[1] / 2, p[2] }).Within(1e-15), "three rows have a p");
        Assert.That(adjusted.Skip(3).Select(row => row.Figure), Is.EqualTo(new[] { Figure.Undefined(80), Figure.Withheld }));
    }

    [ForAll]
    public void Changing_places_turns_the_sign_and_mirrors_the_interval(
        (byte N, byte Mean, ushort Variance) senior, (byte N, byte Mean, ushort Variance) frontline)
    {
        var (top, bottom) = (Read(senior), Read(frontline));
        var gap = new HierarchyGap().Of(top, bottom, Some.Customers);
        var turned = new HierarchyGap().Of(bottom, top, Some.Customers);
        Assert.That((turned.Status, turned.N), Is.EqualTo((gap.Status, gap.N)));
        Assert.That((-turned.Estimate, -turned.High, -turned.Low), Is.EqualTo((gap.Estimate, gap.Low, gap.High)));
        if (gap.Status != Status.Released)
            return;
        Assert.That(gap.Estimate!.Value, Is.InRange(gap.Low!.Value, gap.High!.Value));
        Assert.That((Math.Max(-100, gap.Low.Value), Math.Min(100, gap.High.Value)), Is.EqualTo((gap.Low.Value, gap.High.Value)));

        static Moments Read((byte N, byte Mean, ushort Variance) side) => new(side.N % 60, side.Mean % 101, side.Variance % 2500);
    }
}
