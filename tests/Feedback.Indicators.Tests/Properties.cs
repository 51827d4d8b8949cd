using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What holds for every group of people and every indicator.</summary>
public sealed class Properties
{
    private static readonly Terms[] AllTerms =
    [
        Some.Customers,
        Some.Employees,
        Some.Employees with { Headcount = 60 },
        Some.Customers with { Weighted = true },
        Some.Customers with { MinimumGroup = 2 },
        Some.Customers with { MinimumGroup = 2, Weighted = true },
    ];

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void Parts_add_to_the_whole_however_people_are_parted(People people, int parts)
    {
        var split = people.All
            .GroupBy(person => (person.Weight ^ parts) % 5)
            .Select(same => new People([.. same]).Count());
        Same(Counts.Sum(split), people.Count());
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void The_order_of_people_never_reaches_the_last_digit(People people) =>
        Same(new People([.. people.All.Reverse()]).Count(), new People([.. people.All.OrderBy(person => person.Weight)]).Count());

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void Adding_is_the_same_from_either_side(People people, People others)
    {
        var (a, b) = (people.Count(), others.Count());
        Same(a.Add(b), b.Add(a));
        Same(a.Add(b).Add(Counts.Empty), Counts.Sum([b, a]));
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void Keying_an_item_backwards_twice_changes_nothing(People people)
    {
        var counts = people.Count();
        Same(counts with { Items = [.. counts.Items.Select(Backwards)] }, counts);
        Same(counts with { Items = [.. counts.Items.Select(Backwards).Select(Backwards)] }, counts);
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void Every_figure_lies_in_its_interval_and_on_its_scale(People people)
    {
        foreach (var (indicator, terms, figure) in Figures(people.Count()))
        {
            if (figure.Status != Status.Released)
                continue;
            Assert.That(figure.N, Is.GreaterThanOrEqualTo(terms.MinimumGroup));
            Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value), indicator.Slug);
            Assert.That(figure.Low, Is.GreaterThanOrEqualTo(indicator.ScaleLow), indicator.Slug);
            Assert.That(figure.High, Is.LessThanOrEqualTo(indicator.ScaleHigh), indicator.Slug);
        }
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void No_figure_holds_a_number_its_status_forbids_or_one_that_is_none(People people)
    {
        foreach (var (indicator, _, figure) in Figures(people.Count()))
        {
            double?[] numbers = [figure.Estimate, figure.Low, figure.High, .. figure.Components.Values.OfType<double>()];
            Assert.That(numbers.All(number => number is null || double.IsFinite(number.Value)), indicator.Slug);
            if (figure.Status != Status.Released)
                Assert.That(numbers, Is.All.Null, indicator.Slug);
            if (figure.Status == Status.Withheld)
                Assert.That((figure.N, figure.Components.Count), Is.EqualTo(((long?)null, 0)), indicator.Slug);
            Assert.That(figure.Components.Keys.Except(indicator.Components), Is.Empty, indicator.Slug);
        }
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void Equal_weights_weigh_nothing(People people, byte weight)
    {
        var equal = people with { All = [.. people.All.Select(person => person with { Weight = 10_000 * (weight % 100 + 1) })] };
        var weighted = Some.Customers with { Weighted = true };
        foreach (var indicator in IndicatorCatalogue.All.OfType<CountedIndicator>().Where(indicator => indicator.AllowsWeights))
        {
            var plain = indicator.Of(For(indicator, people.Count()), Some.Customers);
            var figure = indicator.Of(For(indicator, equal.Count()), weighted);
            Assert.That(figure.Status, Is.EqualTo(plain.Status));
            Assert.That(figure.Low ?? 0, Is.EqualTo(plain.Low ?? 0).Within(1e-9), indicator.Slug);
            Assert.That(figure.High ?? 0, Is.EqualTo(plain.High ?? 0).Within(1e-9), indicator.Slug);
        }
    }

    [ForAll]
    public void A_consistency_lies_in_its_interval_and_between_0_and_100((byte N, byte Mean, ushort Variance)[] drawn, byte level)
    {
        FacetCell[] cells = [.. drawn.Select((cell, index) => new FacetCell(
            $"cell {index}", new(5 + 20 * cell.N, (level + cell.Mean % 20) % 101, cell.Variance % 2500)))];
        var rows = new Consistency().Rows(
            new([new("channel", FacetKind.Dimension, cells), new("time", FacetKind.Time, cells)], 5), Some.Customers);
        Assert.That(rows.Select(row => row.Name), Is.EqualTo(new[] { "channel", "time", Consistency.All }));
        foreach (var figure in rows.Select(row => row.Figure).Where(figure => figure.Status == Status.Released))
        {
            Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value));
            Assert.That(figure.Low, Is.GreaterThanOrEqualTo(0));
            Assert.That(figure.High, Is.LessThanOrEqualTo(100));
        }
    }

    private static IEnumerable<(CountedIndicator Indicator, Terms Terms, Figure Figure)> Figures(Counts counts) =>
        from indicator in IndicatorCatalogue.All.OfType<CountedIndicator>()
        from terms in AllTerms
        where indicator.Audiences.Contains(terms.Audience) && (indicator.AllowsWeights || !terms.Weighted)
        select (indicator, terms, indicator.Of(For(indicator, counts), terms));

    private static Counts For(Indicator indicator, Counts counts) => indicator.Slug == "item" ? Some.OneItem(counts) : counts;

    private static ItemCounts Backwards(ItemCounts item) => item with
    {
        Reversed = !item.Reversed,
        Values = [.. item.Values.Select(value => value with { Value = item.Low + item.High - value.Value })],
    };

    /// <summary>To the last bit.</summary>
    private static void Same(Counts first, Counts second)
    {
        foreach (var ((indicator, _, a), (_, _, b)) in Figures(first).Zip(Figures(second)))
        {
            Assert.That((a.Status, a.Estimate, a.Low, a.High, a.N), Is.EqualTo((b.Status, b.Estimate, b.Low, b.High, b.N)), indicator.Slug);
            Assert.That(a.Components, Is.EquivalentTo(b.Components), indicator.Slug);
        }
    }
}
