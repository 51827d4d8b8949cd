namespace Feedback.Indicators.Tests;

public sealed class PassingTheGate
{
    [Test]
    public void Only_the_gate_makes_what_may_be_shown()
    {
        Assert.That(typeof(Released<>).GetConstructors(), Is.Empty);
        Assert.That(typeof(Anonymity).GetMethods().Where(method => method.ReturnType.Name.StartsWith("Released", StringComparison.Ordinal)),
            Has.Exactly(3).Items);
    }

    [Test]
    public void A_figure_of_fewer_than_k_people_is_withheld_whatever_its_status_says(
        [Values(Status.Released, Status.Insufficient, Status.Undefined)] Status status)
    {
        var figure = new Figure(status, 50, 40, 60, 9, new Dictionary<string, object?> { ["sd"] = 3.0 });
        var shown = Anonymity.Release(figure, new Trust(), Some.Customers).Value;
        Assert.That(shown, Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_row_is_gated_for_itself()
    {
        var components = new Dictionary<string, object?>();
        NamedFigure[] rows =
        [
            new("facet", "few", new(Status.Released, 50, 40, 60, 9, components)),
            new("facet", "many", new(Status.Released, 50, 40, 60, 10, components)),
        ];
        Assert.That(
            Anonymity.Release(rows, new Consistency(), Some.Customers).Value.Select(row => row.Figure.Status),
            Is.EqualTo(new[] { Status.Withheld, Status.Released }));
    }

    [Test]
    public void A_component_of_fewer_than_k_people_is_null_and_the_others_stay()
    {
        var counts = Some.Scale("trust", 4, ScaleRow.Unweighted(4, 12, 20)).Add(Some.Counts(
            Some.Item("trust.capability", 1, 5, (3, 20)),
            Some.Item("trust.outcome", 1, 5, (5, 9))));
        var figure = new Trust().Of(counts, Some.Customers);
        Assert.That(figure.Components["capability"], Is.EqualTo(50));
        Assert.That(figure.Components["outcome"], Is.Null);
        Assert.That(figure.Components["humanity"], Is.Null, "nobody was asked");
    }

    [Test]
    public void Nobody_at_all_is_withheld_by_every_indicator([ValueSource(nameof(Indicators))] CountedIndicator indicator) =>
        Assert.That(indicator.Of(Counts.Empty, Some.Customers), Is.EqualTo(Figure.Withheld));

    [Test]
    public void A_weighted_figure_needs_k_effective_people()
    {
        var terms = Some.Customers with { Weighted = true };
        var counts = Some.Counts(new ItemCounts("q", "satisfaction", null, 1, 5, false,
            [ValueCount.Unweighted(3, false, 11), new(5, false, 1, 1_000_000, 1_000_000_000_000)]));
        Assert.That(new Satisfaction().Of(counts, terms), Is.EqualTo(Figure.Withheld));
        Assert.That(new Satisfaction().Of(counts, Some.Customers).Status, Is.EqualTo(Status.Released));
    }

    [Test]
    public void What_has_no_value_does_not_exist_for_employees()
    {
        Assert.That(Anonymity.Release(Figure.Undefined(50), new Trust(), Some.Customers).Value.N, Is.EqualTo(50));
        Assert.That(Anonymity.Release(Figure.Undefined(50), new Trust(), Some.Employees).Value, Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_number_that_is_none_never_passes()
    {
        var figure = new Figure(Status.Released, double.NaN, 40, 60, 20, new Dictionary<string, object?>());
        Assert.That(() => Anonymity.Release(figure, new Trust(), Some.Customers), Throws.InvalidOperationException);
        figure = new Figure(Status.Released, 50, 40, 60, 20, new Dictionary<string, object?> { ["sd"] = double.NaN });
        Assert.That(() => Anonymity.Release(figure, new Trust(), Some.Customers), Throws.InvalidOperationException);
    }

    [Test]
    public void Terms_nobody_may_ask_for_are_refused()
    {
        Assert.That(() => new Terms(Audience.Customer, 1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => new JourneyPass().Of(Counts.Empty, Some.Employees), Throws.ArgumentException);
        Assert.That(() => new Stay().Of(Counts.Empty, Some.Customers with { Weighted = true }), Throws.ArgumentException);
        Assert.That(() => new Trust().Of(Counts.Empty, Some.Employees with { Weighted = true }), Throws.ArgumentException);
    }

    private static IEnumerable<CountedIndicator> Indicators => IndicatorCatalogue.All.OfType<CountedIndicator>();
}
