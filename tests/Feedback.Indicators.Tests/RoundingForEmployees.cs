using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What is rounded of figures about employees, and how.</summary>
public sealed class RoundingForEmployees
{
    private static readonly Terms Released = Some.Employees with { Whole = Counts.Empty };

    [TestCase(.25, .3)]
    [TestCase(-.25, -.3)]
    [TestCase(.35, .4)]
    [TestCase(.04999, 0)]
    [TestCase(12.35, 12.4, TestName = "Half goes away from zero where the number falls short by its last bit")]
    [TestCase(12.349999999999, 12.4, TestName = "Half goes away from zero where a sum falls short by a little")]
    [TestCase(12.3499999, 12.3)]
    [TestCase(60.3 - 52.1, 8.2)]
    [TestCase(1e20, 1e20)]
    public void A_number_is_rounded_to_a_tenth(double number, double rounded)
    {
        Assert.That(Rounding.Tenth(number), Is.EqualTo(rounded));
        Assert.That(Rounding.Tenth(-number), Is.EqualTo(-rounded));
    }

    [Test]
    public void Nothing_is_rounded_to_less_than_nothing() => Assert.That(double.IsNegative(Rounding.Tenth(-.04)), Is.False);

    [TestCase(.0005, .001)]
    [TestCase(.04949, .049)]
    [TestCase(.0004, 0)]
    public void A_p_is_rounded_to_a_thousandth(double p, double rounded) => Assert.That(Rounding.Thousandth(p), Is.EqualTo(rounded));

    [TestCase(12, 10, 10)]
    [TestCase(13, 10, 15)]
    [TestCase(17, 10, 15)]
    [TestCase(918, 10, 920)]
    [TestCase(7, 7, 7)]
    [TestCase(12, 12, 12)]
    public void People_are_rounded_to_the_nearest_five_but_not_below_k(long n, int k, long rounded) => Assert.That(Rounding.People(n, k), Is.EqualTo(rounded));

    [ForAll]
    public void Rounding_twice_changes_nothing(double number, int n, byte k)
    {
        Assert.That(Rounding.Tenth(Rounding.Tenth(number)), Is.EqualTo(Rounding.Tenth(number)));
        Assert.That(Rounding.Thousandth(Rounding.Thousandth(number)), Is.EqualTo(Rounding.Thousandth(number)));
        var people = Rounding.People(k + Math.Abs((long)n), k);
        Assert.That(Rounding.People(people, k), Is.EqualTo(people));
        Assert.That(people, Is.InRange(Math.Max(k, k + Math.Abs((long)n) - 2), k + Math.Abs((long)n) + 2));
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void A_released_figure_lies_in_its_limits_and_stays_when_it_is_released_again(People people, bool guarded)
    {
        var counts = people.Count(weighted: false);
        var terms = Some.Employees with { Whole = counts, Guarded = guarded };
        foreach (var indicator in IndicatorCatalogue.All.OfType<CountedIndicator>().Where(i => i.Audiences.Contains(Audience.Employee)))
        {
            var figure = Anonymity.Release(indicator.Of(indicator is Item ? Some.OneItem(counts) : counts, terms), indicator, terms).Value;
            var again = Anonymity.Release(figure, indicator, terms).Value;
            Assert.That((again.Status, again.Estimate, again.Low, again.High, again.N, again.Bound), Is.EqualTo((figure.Status, figure.Estimate, figure.Low, figure.High, figure.N, figure.Bound)));
            Assert.That(again.Components, Is.EquivalentTo(figure.Components));
            if (figure.Status == Status.Released)
                Assert.That(figure.Estimate!.Value, Is.InRange(figure.Low!.Value, figure.High!.Value), indicator.Slug);
        }
    }

    [Test]
    public void Every_number_of_a_row_is_rounded_as_what_it_is_and_spreads_are_not_given_back()
    {
        Moments senior = new(53, 61.2345, 301.7), frontline = new(88, 55.4321, 402.3);
        var figure = new HierarchyGap().Of(senior, frontline, Released);
        var served = Anonymity.Release(HierarchyGap.Adjusted([new("item", "all", figure)])[0].Figure, new HierarchyGap(), Released).Value;
        Assert.That((served.Estimate, served.N), Is.EqualTo(((double?)5.8, (long?)140)));
        Assert.That((served.Components["seniorMean"], served.Components["seniorN"], served.Components["frontlineN"]), Is.EqualTo((61.2, 55L, 90L)));
        Assert.That((served.Components["t"], served.Components["df"]), Is.EqualTo(((object?)null, (object?)null)));
        Assert.That((double)served.Components["p"]! * 1000 % 1, Is.EqualTo(0).Within(1e-9));
        Assert.That(served.Components["p"], Is.Not.EqualTo(figure.Components["p"]));
        Assert.That(Anonymity.Release(new HierarchyGap().Of(senior, frontline, Some.Customers), new HierarchyGap(), Some.Customers).Value.Estimate,
            Is.EqualTo(61.2345 - 55.4321), "customers are not rounded");
    }

    [Test]
    public void Mean_squares_and_raw_weights_are_null_and_counts_of_units_stay()
    {
        Moments[] units = [new(40, 50, 300), new(43, 62, 250), new(51, 70, 280)];
        var silo = Anonymity.Release(new Silo().Of(units, Released), new Silo(), Released).Value;
        Assert.That(new[] { "meanSquareBetween", "meanSquareWithin", "n0", "f" }.Select(name => silo.Components[name]), Is.All.Null);
        Assert.That((silo.Components["units"], silo.N), Is.EqualTo((3L, (long?)135)));
        var drivers = new NamedFigure("driver", "a", new(Status.Released, 33.333, 10.01, 60.06, 118, new Dictionary<string, object?> { ["rawWeight"] = .12345, ["rSquared"] = .43219 }));
        var row = Anonymity.Release([drivers], new Drivers(), Released).Value[0].Figure;
        Assert.That((row.Estimate, row.N, row.Components["rawWeight"], row.Components["rSquared"]), Is.EqualTo(((double?)33.3, (long?)120, (object?)null, .432)));
    }

    [Test]
    public void What_counts_cells_is_not_rounded_and_what_has_no_figure_shows_rounded_people()
    {
        Assert.That(Anonymity.Release(Inertia.Of(7, 4, 1, Released), new Inertia(), Released).Value.N, Is.EqualTo(7));
        Assert.That(Anonymity.Release(new Silo().Of([new(23, 50, 300)], Released), new Silo(), Released).Value, Is.EqualTo(Figure.Insufficient(25)));
        Assert.That(Anonymity.Release(Figure.Undefined(50), new Silo(), Released).Value, Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_correlation_is_rounded_to_a_thousandth_and_so_is_its_change()
    {
        var figure = new Figure(Status.Released, .78349, .3111, .93951, 40, new Dictionary<string, object?> { ["withinR"] = .16251 });
        var served = Anonymity.Release(figure, new Alignment(), Released).Value;
        Assert.That((served.Estimate, served.Low, served.Components["withinR"]), Is.EqualTo(((double?).783, (double?).311, .163)));
        var before = figure with { Estimate = .5, Low = .2, High = .7 };
        var change = Anonymity.Release(new Change().Between(new Alignment(), new(before, null), new(figure, null), Released), new Change(), Released).Value;
        Assert.That((change.Estimate, change.Components["before"], change.Components["after"]), Is.EqualTo(((double?).283, .5, .783)));
    }

    [TestCaseSource(typeof(IndicatorCatalogue), nameof(IndicatorCatalogue.All))]
    public void Every_component_is_of_some_kind(Indicator indicator)
    {
        foreach (var component in indicator.Components)
            Assert.That(() => ComponentKinds.Of(indicator, component), Throws.Nothing, component);
    }

    [Test]
    public void What_is_of_no_kind_is_never_served() =>
        Assert.That(() => Anonymity.Release(new Figure(Status.Released, 50, 40, 60, 50, new Dictionary<string, object?> { ["secret"] = 1.0 }), new Trust(), Released), Throws.ArgumentException);

    [TestCase("units")]
    [TestCase("p")]
    [TestCase("t")]
    [TestCase("anything")]
    public void Facets_of_an_own_scale_are_means_whatever_they_are_called(string facet)
    {
        var counts = Some.Scale("own.tools", 1, ScaleRow.Unweighted(1, 3, 20), ScaleRow.Unweighted(1, 4, 21)).Add(Some.Counts(Some.Item("own.tools." + facet, 1, 5, (3, 20), (4, 21))));
        var figure = Anonymity.Release(new Scale().Of(counts, Construct.Parse("own.tools"), Released), new Scale(), Released).Value;
        Assert.That(figure.Components[facet], Is.EqualTo(62.8));
    }
}
