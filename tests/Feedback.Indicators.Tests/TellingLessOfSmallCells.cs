using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>Groups of fewer than 3k employees: what their rows say, and what nobody can work out from it.</summary>
public sealed class TellingLessOfSmallCells
{
    /// <summary>Everybody: 300 people, sd 28.9 on 0 to 100 for the measures of the tests.</summary>
    private static readonly Counts Everybody = Counts.Sum(
    [
        .. new[] { "own", "satisfaction", "effort" }.Select(measure => Some.Counts(Some.Item(measure, 1, 5, (1, 30), (2, 60), (3, 90), (4, 80), (5, 40)))),
        Some.Counts(Some.Item("stay", 1, 4, (1, 50), (2, 60), (3, 90), (4, 100)), Some.Item("recommend", 0, 10, (3, 60), (6, 40), (7, 70), (8, 50), (9, 60), (10, 20))),
        Some.Scale("trust", 4, ScaleRow.Unweighted(4, 6, 40), ScaleRow.Unweighted(4, 11, 90), ScaleRow.Unweighted(4, 14, 110), ScaleRow.Unweighted(4, 19, 60)),
    ]);

    private static readonly Terms Released = Some.Employees with { Whole = Everybody };

    [TestCase(29, false, true)]
    [TestCase(30, false, false)]
    [TestCase(3000, true, true)]
    public void Small_are_fewer_than_three_times_k_or_a_sum_with_such_a_cell(long n, bool guarded, bool small)
    {
        Assert.That((Some.Employees with { Guarded = guarded }).IsSmall(n), Is.EqualTo(small));
        Assert.That((Some.Customers with { Guarded = guarded }).IsSmall(n), Is.False);
    }

    [Test]
    public void The_limits_of_a_small_cell_come_from_the_spread_of_everybody()
    {
        var whole = Moments.OfItems(Everybody.Items.Where(item => item.Measure == "own"), Some.Employees);
        var served = Served(new Item(), Some.Counts(Some.Item("own", 1, 5, (3, 16))));
        var half = Distributions.TQuantile(.975, 15) * whole.Sd / 4;
        Assert.That((served.Estimate, served.Low, served.High), Is.EqualTo(((double?)50, (double?)Rounding.Tenth(50 - half), (double?)Rounding.Tenth(50 + half))));
        Assert.That(served.Components, Is.Empty);
        var full = Served(new Item(), Some.Counts(Some.Item("own", 1, 5, (3, 16))), Released with { Headcount = 16 });
        Assert.That((full.Low, full.High), Is.EqualTo(((double?)50, (double?)50)), "everybody of the headcount");
    }

    [Test]
    public void A_large_cell_keeps_its_own_spread_unless_it_is_guarded()
    {
        var counts = Some.Counts(Some.Item("own", 1, 5, (3, 40)));
        Assert.That(Served(new Item(), counts).Components["sd"], Is.EqualTo(12.5), "the spread floor");
        var guarded = Served(new Item(), counts, Released with { Guarded = true });
        Assert.That(guarded.Components, Is.Empty);
        Assert.That(guarded.High, Is.GreaterThan(Served(new Item(), counts).High!.Value));
    }

    [Test]
    public void Where_everybody_is_fewer_than_three_times_k_answers_drawn_at_random_give_the_spread()
    {
        var few = Some.Counts(Some.Item("own", 1, 5, (2, 10), (4, 19)), Some.Item("recommend", 0, 10, (9, 29)));
        var served = Served(new Item(), Some.Counts(Some.Item("own", 1, 5, (3, 16))), Released with { Whole = few });
        var half = Distributions.TQuantile(.975, 15) * Consistency.SigmaUniform(5) / 4;
        Assert.That(served.High, Is.EqualTo(Rounding.Tenth(50 + half)));
        var net = Served(new Recommend(), Some.Counts(Some.Item("recommend", 0, 10, (8, 16))), Released with { Whole = few });
        Assert.That(net.High, Is.EqualTo(Rounding.Tenth(100 * Distributions.Z * Math.Sqrt(74 / 121.0 / 19))), "two of eleven promote, seven detract");
    }

    [Test]
    public void A_flat_whole_has_the_spread_floor()
    {
        var flat = Some.Counts(Some.Item("own", 1, 5, (3, 60)));
        var served = Served(new Item(), Some.Counts(Some.Item("own", 1, 5, (2, 8), (4, 8))), Released with { Whole = flat });
        Assert.That(served.High, Is.EqualTo(Rounding.Tenth(50 + Distributions.TQuantile(.975, 15) * 12.5 / 4)));
    }

    [Test]
    public void Two_small_cells_with_one_net_figure_have_equal_limits_however_many_took_sides()
    {
        var (apart, together) = (Answers((10, 8), (0, 4), (8, 8)), Answers((9, 4), (8, 16)));
        var whole = Sample.Net.Variance(80, 100, 300);
        var (first, second) = (Served(new Recommend(), apart), Served(new Recommend(), together));
        Assert.That((first.Estimate, first.Low, first.High), Is.EqualTo((second.Estimate, second.Low, second.High)));
        var sample = (Sample.Net)new Recommend().SampleOf(apart, Released);
        Assert.That((sample.Noise, new Recommend().SampleOf(together, Released).Noise), Is.EqualTo((1e4 * whole / 23, 1e4 * whole / 23)).Within(1e-9));

        static Counts Answers(params (int, long)[] given) => Some.Counts(Some.Item("recommend", 0, 10, given));
    }

    [ForAll(MaxTest = 200)]
    public void Small_cells_of_equal_n_and_estimate_have_equal_limits(byte[] drawn, byte[] moves)
    {
        int[] first = [.. drawn.Take(29).Select(answer => 1 + answer % 5)];
        if (first.Length < 10)
            return;
        // Two people moved apart by a step each, or together: the same mean, another spread.
        int[] second = [.. first];
        foreach (var move in moves)
        {
            var (up, down) = (move % first.Length, move / 7 % first.Length);
            if (up != down && second[up] < 5 && second[down] > 1)
                (second[up], second[down]) = (second[up] + 1, second[down] - 1);
        }
        foreach (var (indicator, count) in (IEnumerable<(CountedIndicator, Func<int[], Counts>)>)
            [(new Item(), answers => OfItem("own", answers)), (new Effort(), answers => OfItem("effort", answers)), (new Trust(), OfTrust)])
        {
            var (a, b) = (Served(indicator, count(first)), Served(indicator, count(second)));
            Assert.That((b.Estimate, b.Low, b.High, b.N, b.Bound), Is.EqualTo((a.Estimate, a.Low, a.High, a.N, a.Bound)), indicator.Slug);
        }

        static Counts OfTrust(int[] answers) => Some.Scale("trust", 4, [.. answers.Select(answer => ScaleRow.Unweighted(4, 3 + 3 * answer, 1))]);
    }

    [Test]
    public void Means_that_are_served_alike_have_equal_limits_where_a_step_is_finer_than_a_tenth()
    {
        var whole = Some.Scale("trust", 20, ScaleRow.Unweighted(20, 41, 100), ScaleRow.Unweighted(20, 77, 100));
        var (low, high) = (Rows((60, 20), (61, 9)), Rows((60, 19), (61, 10)));
        var (a, b) = (Served(new Trust(), low, Released with { Whole = whole }), Served(new Trust(), high, Released with { Whole = whole }));
        Assert.That(new Trust().Of(high, Some.Customers).Estimate, Is.GreaterThan(new Trust().Of(low, Some.Customers).Estimate!.Value));
        Assert.That((b.Estimate, b.Low, b.High), Is.EqualTo((a.Estimate, a.Low, a.High)));
        Assert.That(new Trust().Of(high, Released with { Whole = whole }).Low, Is.EqualTo(new Trust().Of(low, Released with { Whole = whole }).Low), "to the last bit");

        static Counts Rows(params (int Total, long N)[] rows) => Some.Scale("trust", 20, [.. rows.Select(row => ScaleRow.Unweighted(20, row.Total, row.N))]);
    }

    [ForAll(Arbitrary = new[] { typeof(People) }, MaxTest = 50)]
    public void A_small_cell_has_no_component_and_no_second_figure(People people)
    {
        var counts = people.Count(weighted: false);
        var terms = Some.Employees with { MinimumGroup = 21, Whole = counts };
        foreach (var indicator in IndicatorCatalogue.All.OfType<CountedIndicator>().Where(i => i.Audiences.Contains(Audience.Employee)))
        {
            var figure = Served(indicator, indicator is Item ? Some.OneItem(counts) : counts, terms);
            Assert.That(figure.Components, Is.Empty, indicator.Slug);
            if (indicator is NetTrust or EngagementPositive)
                Assert.That(figure, Is.EqualTo(Figure.Withheld));
        }
    }

    [TestCase("recommend")]
    [TestCase("satisfaction")]
    [TestCase("effort")]
    [TestCase("stay")]
    public void An_item_with_an_indicator_of_its_own_is_shown_as_item_from_three_times_k_on(string measure)
    {
        Assert.That(Served(new Item(), Some.Counts(Some.Item(measure, 0, 10, (3, 15), (4, 14)))), Is.EqualTo(Figure.Withheld));
        Assert.That(Served(new Item(), Some.Counts(Some.Item(measure, 0, 10, (3, 15), (4, 15)))).Status, Is.EqualTo(Status.Released));
        Assert.That(new Item().Of(Some.Counts(Some.Item(measure, 0, 10, (3, 15))), Some.Customers).Status, Is.EqualTo(Status.Released));
    }

    [TestCase(5, 5, 95, Bound.AtLeast)]
    [TestCase(1, 1, 5, Bound.AtMost)]
    [TestCase(3, 3, 50, null)]
    public void A_small_cell_near_an_end_is_only_said_to_be_there(int most, int other, double estimate, Bound? bound)
    {
        var served = Served(new Item(), Some.Counts(Some.Item("own", 1, 5, (most, 11), (other, 1))));
        Assert.That((served.Estimate, served.Bound), Is.EqualTo(((double?)estimate, bound)));
        if (bound is not null)
            Assert.That((served.Low, served.High), Is.EqualTo(bound == Bound.AtLeast ? ((double?)95, (double?)100) : (0, 5)));
        var large = Served(new Item(), Some.Counts(Some.Item("own", 1, 5, (most, 40))));
        Assert.That((large.Bound, large.Components["sd"]), Is.EqualTo(((Bound?)null, 12.5)));
    }

    [TestCase(10, 90, Bound.AtLeast)]
    [TestCase(0, -90, Bound.AtMost)]
    public void A_net_figure_is_bounded_at_ninety(int answer, double estimate, Bound bound)
    {
        var served = Served(new Recommend(), Some.Counts(Some.Item("recommend", 0, 10, (answer, 19), (8, 1))));
        Assert.That((served.Estimate, served.Bound), Is.EqualTo(((double?)estimate, (Bound?)bound)));
        Assert.That((served.Low, served.High), Is.EqualTo(bound == Bound.AtLeast ? ((double?)90, (double?)100) : (-100, -90)));
        Assert.That(Served(new Recommend(), Some.Counts(Some.Item("recommend", 0, 10, (answer, 18), (8, 2)))).Bound, Is.EqualTo(bound), "ninety itself");
        Assert.That(Served(new Recommend(), Some.Counts(Some.Item("recommend", 0, 10, (answer, 17), (8, 3)))).Bound, Is.Null);
    }

    [Test]
    public void A_bound_is_drawn_on_the_rounded_figure()
    {
        var whole = Some.Scale("trust", 10, ScaleRow.Unweighted(10, 30, 100), ScaleRow.Unweighted(10, 40, 100));
        var near = Some.Scale("trust", 10, ScaleRow.Unweighted(10, 48, 28), ScaleRow.Unweighted(10, 47, 1));
        Assert.That(Served(new Trust(), near, Released with { Whole = whole }).Bound, Is.Null, "94.91");
        Assert.That(Served(new Trust(), Some.Scale("trust", 10, ScaleRow.Unweighted(10, 48, 29)), Released with { Whole = whole }).Bound, Is.EqualTo(Bound.AtLeast));
    }

    /// <summary>Every way in which ten people can answer a question with five answers, 1,001 of them.</summary>
    [TestCase("own", 5)]
    [TestCase("satisfaction", 5)]
    [TestCase("effort", 5)]
    [TestCase("stay", 4)]
    public void From_all_that_is_served_of_ten_people_nobody_works_out_how_they_answered(string measure, int high)
    {
        var rows = Histograms(10, high).Select(people => (
            Sum: people.Select((n, answer) => n * (answer + 1)).Sum(),
            Served: AllThatIsServed(measure, high, people))).ToArray();
        foreach (var same in rows.GroupBy(row => row.Served))
            Assert.That(same.Count(), Is.GreaterThan(1), same.Key);
        if (measure is "own" or "effort")
            Assert.That(rows.GroupBy(row => row.Sum).All(same => same.Select(row => row.Served).Distinct().Count() == 1), "it tells the mean and no more");
    }

    [Test]
    public void Unanimous_cells_always_have_a_value()
    {
        var (top, bottom) = (Moments.OfItems([Some.Item("own", 1, 5, (3, 12))], Released), Moments.OfItems([Some.Item("own", 1, 5, (2, 12))], Released));
        Assert.That(new HierarchyGap().Of(top, bottom, Released).Status, Is.EqualTo(Status.Released));
        Assert.That(new HierarchyGap().Of(top, bottom, Some.Employees).Status, Is.EqualTo(Status.Released));
    }

    private static string AllThatIsServed(string measure, int high, int[] people)
    {
        var counts = Some.Counts(Some.Item(measure, 1, high, [.. people.Select((n, answer) => (answer + 1, (long)n))]));
        CountedIndicator[] indicators = [new Item(), new Satisfaction(), new Effort(), new Stay(), new Recommend(), new EngagementPositive()];
        return string.Join('\n', indicators.Select(indicator => Print(Served(indicator, counts)))
            .Append(Print(Anonymity.Release(new Agreement().Of(counts, Construct.Parse(measure), Released), new Agreement(), Released).Value)));
    }

    private static string Print(Figure figure) =>
        FormattableString.Invariant($"{figure.Status} {figure.Estimate} {figure.Low} {figure.High} {figure.N} {figure.Bound} {figure.Components.Count}");

    private static IEnumerable<int[]> Histograms(int people, int answers) => answers == 1
        ? [[people]]
        : Enumerable.Range(0, people + 1).SelectMany(n => Histograms(people - n, answers - 1).Select(rest => (int[])[n, .. rest]));

    private static Counts OfItem(string measure, int[] answers) =>
        Some.Counts(Some.Item(measure, 1, 5, [.. answers.GroupBy(answer => answer).Select(same => (same.Key, same.LongCount()))]));

    private static Figure Served(CountedIndicator indicator, Counts counts, Terms? terms = null) =>
        Anonymity.Release(indicator.Of(counts, terms ?? Released), indicator, terms ?? Released).Value;
}
