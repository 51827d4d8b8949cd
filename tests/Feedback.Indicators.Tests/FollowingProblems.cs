namespace Feedback.Indicators.Tests;

/// <summary>What the reference file does not say of <c>inertia</c>, and targets.</summary>
public sealed class FollowingProblems
{
    [Test]
    public void Only_cells_with_k_people_in_both_periods_are_followed()
    {
        InertiaCell[] cells =
        [
            .. Enumerable.Range(0, 4).Select(_ => Cell(20, 49.9, 20, 40)),
            Cell(10, 30, 10, 50),
            Cell(20, 60, 20, 49),
            Cell(20, 50, 20, 70),
            Cell(20, 20, 9, 20),
            Cell(9, 20, 20, 20),
        ];
        var figure = new Inertia().Of(cells, Some.Customers);
        Assert.That((figure.N, figure.Estimate), Is.EqualTo((5L, 80.0)), "50 is not below 50; nine people are not followed");
        Assert.That(figure.Components["flaggedBefore"], Is.EqualTo(5));
        Assert.That(figure.Components["flaggedStill"], Is.EqualTo(4));
        Assert.That(figure.Components["newlyFlagged"], Is.EqualTo(1));
        Assert.That((double)figure.Components["halfLifePeriods"]!, Is.EqualTo(Math.Log(.5) / Math.Log(.8)).Within(1e-15));
    }

    [Test]
    public void The_threshold_is_the_readers()
    {
        InertiaCell[] cells = [.. Enumerable.Range(0, 6).Select(_ => Cell(20, 55, 20, 58))];
        var usual = new Inertia().Of(cells, Some.Customers);
        Assert.That((usual.Status, usual.N), Is.EqualTo((Status.Undefined, 0L)));
        var figure = new Inertia().Of(cells, Some.Customers, threshold: 60);
        Assert.That((figure.Estimate, figure.Components["halfLifePeriods"]), Is.EqualTo((100.0, (object?)null)));
    }

    [Test]
    public void Five_flags_pass_the_gate_again_although_k_is_ten()
    {
        var figure = Inertia.Of(5, 2, 0, Some.Customers);
        Assert.That(Anonymity.Release(figure, new Inertia(), Some.Customers).Value.N, Is.EqualTo(5));
        Assert.That(Anonymity.Release(Inertia.Of(4, 2, 0, Some.Customers), new Inertia(), Some.Customers).Value.N, Is.EqualTo(4));
    }

    [Test]
    public void Cells_too_small_to_follow_are_withheld_and_so_is_what_has_no_value_for_employees()
    {
        Assert.That(new Inertia().Of([], Some.Customers), Is.EqualTo(Figure.Withheld));
        Assert.That(new Inertia().Of([Cell(9, 20, 9, 20), Cell(40, 20, 0, double.NaN)], Some.Customers), Is.EqualTo(Figure.Withheld));
        Assert.That(new Inertia().Of([Cell(20, 60, 20, 60)], Some.Employees), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_limit_on_the_target_reaches_it_and_one_beside_it_does_not()
    {
        Assert.That(Judge(75, 80, Direction.AtLeast), Is.EqualTo(Reached.Yes));
        Assert.That(Judge(70, 75, Direction.AtLeast), Is.EqualTo(Reached.Unclear));
        Assert.That(Judge(75, 80, Direction.AtMost), Is.EqualTo(Reached.Unclear));
        Assert.That(Judge(75.1, 80, Direction.AtMost), Is.EqualTo(Reached.No));
        Assert.That(Target.Of(Figure.Insufficient(40), 75, Direction.AtMost), Is.Null);

        static Reached? Judge(double low, double high, Direction direction) =>
            Target.Of(new(Status.Released, low, low, high, 40, new Dictionary<string, object?>()), 75, direction);
    }

    private static InertiaCell Cell(long before, double mean, long after, double then) =>
        new(new(before, mean, 300), new(after, then, 300));
}
