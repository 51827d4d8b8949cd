namespace Feedback.Indicators.Tests;

/// <summary>Differences and comparisons of cells of employees: made of the figures as they are served, never of what those keep back.</summary>
public sealed class ComparingServedFigures
{
    /// <summary>A scale of ten items 1 to 5: a step of the total is a quarter of a point.</summary>
    private static readonly Counts Everybody = Some.Scale("trust", 10, ScaleRow.Unweighted(10, 22, 80), ScaleRow.Unweighted(10, 31, 120), ScaleRow.Unweighted(10, 42, 100));

    private static readonly Terms Released = Some.Employees with { Whole = Everybody };

    private static readonly Counts Early = People((33, 5), (31, 8), (28, 4));
    private static readonly Counts Late = People((34, 20), (37, 18), (30, 5));
    private static readonly Counts Unanimous = People((50, 12));

    [Test]
    public void A_change_is_the_difference_of_the_served_figures()
    {
        var (before, after) = (Served(Early), Served(Late));
        var change = Change(Early, Late);
        Assert.That(new Trust().Of(Late, Released).Estimate - new Trust().Of(Early, Released).Estimate, Is.Not.EqualTo(change.Estimate).Within(.01));
        Assert.That(change.Estimate, Is.EqualTo(after.Estimate!.Value - before.Estimate!.Value).Within(1e-9));
        Assert.That((change.Components["before"], change.Components["after"]), Is.EqualTo(((object?)before.Estimate, (object?)after.Estimate)));
        Assert.That((change.N, change.Components["nBefore"], change.Components["nAfter"]), Is.EqualTo(((long?)60, 15L, 45L)));
    }

    [Test]
    public void The_limits_of_a_change_take_everybody_s_spread_for_a_small_side()
    {
        var (small, large) = (Scores(Early), Scores(Late));
        var spread = Scores(Everybody).Sd;
        var welch = Welch.Of(large with { Mean = 0 }, new(17, 0, spread * spread), Audience.Employee)!;
        var change = Change(Early, Late);
        Assert.That(small.Variance, Is.EqualTo(spread * spread).Within(1e-9));
        Assert.That(change.High!.Value - change.Estimate!.Value, Is.EqualTo(welch.Difference.High).Within(.11));
        var flatter = People((31, 16), (29, 1));
        Assert.That(Served(flatter).Estimate, Is.EqualTo(Served(Early).Estimate));
        Assert.That((Change(flatter, Late).Low, Change(flatter, Late).High), Is.EqualTo((change.Low, change.High)), "a group of the same mean and another spread");
    }

    [Test]
    public void Two_small_sides_together_below_three_times_k_have_no_components_either() =>
        Assert.That(Change(People((30, 12)), People((35, 12))).Components, Is.Empty);

    [Test]
    public void Shares_are_compared_by_their_served_limits()
    {
        var (before, after) = (Satisfied(7, 40), Satisfied(21, 43));
        var change = Anonymity.Release(new Change().Between(new Satisfaction(), Side(new Satisfaction(), before), Side(new Satisfaction(), after), Released), new Change(), Released).Value;
        var (a, b) = (Estimate(after), Estimate(before));
        var expected = Intervals.Difference(a, b);
        Assert.That((change.Estimate, change.Low, change.High), Is.EqualTo(((double?)Rounding.Tenth(a.Value - b.Value), (double?)Rounding.Tenth(expected.Low), (double?)Rounding.Tenth(expected.High))));

        static Counts Satisfied(int top, int all) => Some.Counts(Some.Item("satisfaction", 1, 5, (5, top), (2, all - top)));

        static Estimate Estimate(Counts counts)
        {
            var served = Anonymity.Release(new Satisfaction().Of(counts, Released), new Satisfaction(), Released).Value;
            return new(served.Estimate!.Value, served.Low!.Value, served.High!.Value);
        }
    }

    [Test]
    public void What_is_only_bounded_is_not_compared()
    {
        Assert.That(Served(Unanimous).Bound, Is.EqualTo(Bound.AtLeast));
        Assert.That(Change(Unanimous, Late), Is.EqualTo(Figure.Withheld));
        Assert.That(Change(Late, Unanimous), Is.EqualTo(Figure.Withheld));
        Assert.That(Gap(Scores(Unanimous), Scores(Late)), Is.EqualTo(Figure.Withheld));
        Assert.That(Gap(Scores(Late), Scores(Unanimous)), Is.EqualTo(Figure.Withheld));
        var everybodyCame = new Listening().Of(new(100, 95, new Dictionary<string, long>(), [], new Dictionary<int, long>()), Released);
        Assert.That(new Change().Between(new Listening(), new(everybodyCame, null), new(everybodyCame, null), Released), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_side_is_as_small_as_its_own_terms_say()
    {
        var many = People((50, 40));
        var guarded = Side(new Trust(), many) with { Terms = Released with { Guarded = true } };
        Assert.That(new Change().Between(new Trust(), Side(new Trust(), many), Side(new Trust(), Late), Released).Status, Is.EqualTo(Status.Released));
        Assert.That(new Change().Between(new Trust(), guarded, Side(new Trust(), Late), Released), Is.EqualTo(Figure.Withheld), "a sum with a small cell in it is bounded too");
        var scores = Moments.OfScale(many.Scales[0], Released with { Guarded = true });
        Assert.That(Gap(scores, Scores(Late)), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_gap_is_the_difference_of_the_served_means()
    {
        var gap = Gap(Scores(Late), Scores(Early));
        Assert.That(gap.Estimate, Is.EqualTo(Served(Late).Estimate!.Value - Served(Early).Estimate!.Value).Within(1e-9));
        Assert.That((gap.Components["seniorMean"], gap.Components["frontlineMean"]), Is.EqualTo(((object?)Served(Late).Estimate, (object?)Served(Early).Estimate)));
    }

    [Test]
    public void The_mean_of_a_small_cell_whose_own_figure_is_a_share_is_in_no_comparison()
    {
        var terms = Some.Employees with { Whole = Some.Counts(Some.Item("satisfaction", 1, 5, (2, 100), (4, 100))) };
        var (small, large) = (Mean(20), Mean(40));
        Assert.That(new HierarchyGap().Of(small, large, terms), Is.EqualTo(Figure.Withheld));
        Assert.That(new HierarchyGap().Of(large, large, terms).Status, Is.EqualTo(Status.Released));
        Assert.That(new Silo().Of([small, large, large], terms), Is.EqualTo(Figure.Insufficient(100)));
        Assert.That(new Silo().Of([small, large, large, large], terms).Components["units"], Is.EqualTo(3));

        Moments Mean(int n) => Moments.OfItems([Some.Item("satisfaction", 1, 5, (3, n / 2), (4, n / 2))], terms);
    }

    [Test]
    public void Purpose_is_set_against_readiness_as_both_are_served_and_from_three_times_k_on()
    {
        var served = Anonymity.Release(new ChangeReadiness().Of(Ready(31), Released), new ChangeReadiness(), Released).Value;
        Assert.That(served.Estimate, Is.EqualTo(61.3), "61.25");
        Assert.That(served.Components["purposeGap"], Is.EqualTo(1.6), "62.9 less 61.3, not 62.903 less 61.25");
        Assert.That((double)new ChangeReadiness().Of(Ready(31), Some.Customers).Components["purposeGap"]!, Is.EqualTo(1.653).Within(.001));
        Assert.That(new ChangeReadiness().Of(Ready(29), Released).Components["purposeGap"], Is.Null);

        static Counts Ready(int purposeful) => Some.Scale("readiness", 5, ScaleRow.Unweighted(5, 17, 24), ScaleRow.Unweighted(5, 18, 8))
            .Add(Some.Scale("purpose", 2, ScaleRow.Unweighted(2, 7, purposeful - 1), ScaleRow.Unweighted(2, 8, 1)));
    }

    [TestCase(29, false)]
    [TestCase(30, true)]
    public void What_other_people_answered_is_shown_beside_from_three_times_k_of_them_on(int n, bool shown)
    {
        var counts = People((30, 40)).Add(Some.Counts(Some.Item("trust.outcome", 1, 5, (4, n))));
        Assert.That(Anonymity.Release(new Trust().Of(counts, Released), new Trust(), Released).Value.Components["outcome"], Is.EqualTo(shown ? 75.0 : null));
        Assert.That(new Trust().Of(counts, Some.Customers).Components["outcome"], Is.EqualTo(75.0), "customers: k");
    }

    [Test]
    public void Cells_that_are_not_told_are_left_out_of_comparisons_of_many()
    {
        Moments[] units = [Scores(Early), Scores(Late), Scores(People((25, 20), (28, 20))), Scores(Unanimous), Scores(Early), Scores(Early), Scores(Late), Scores(Late)];
        var silo = new Silo().Of(units, Released);
        Assert.That((silo.Components["units"], silo.N), Is.EqualTo((7L, (long?)(3 * 17 + 3 * 43 + 40))));
        var rows = new Consistency().Rows(new([new("unit", FacetKind.Dimension, [.. units.Select((unit, i) => new FacetCell($"u{i}", unit))])], 5, 10), Released);
        Assert.That(rows[0].Figure.Components["cells"], Is.EqualTo(7L));
        Assert.That(new[] { rows[0].Figure.Components["gapFrom"], rows[0].Figure.Components["gapTo"] }, Has.None.EqualTo("u3"));
        Assert.That((double)rows[0].Figure.Components["gap"]!, Is.EqualTo(Rounding.Tenth(units[1].Mean) - Rounding.Tenth(units[2].Mean)).Within(1e-9));
        InertiaCell[] cells = [.. Enumerable.Range(0, 5).Select(i => new InertiaCell(units[2], units[2])), new(Scores(People((10, 12))), units[1])];
        Assert.That(new Inertia().Of(cells, Released).N, Is.EqualTo(5), "the one at the lowest end is not counted");
    }

    [Test]
    public void Units_of_an_initiative_move_from_one_served_figure_to_another()
    {
        InitiativeUnit[] units = [.. Enumerable.Range(0, 12).Select(i => new InitiativeUnit($"u{i}", i < 4, new Sample.Mean(Scores(Early)), new Sample.Mean(Scores(Late))))];
        var figure = InitiativeEffect.Of(units, Released);
        Assert.That(figure.Components["touchedChange"], Is.EqualTo(Served(Late).Estimate!.Value - Served(Early).Estimate!.Value).Within(1e-9));
        units[0] = units[0] with { After = new Sample.Mean(Scores(Unanimous)) };
        Assert.That(InitiativeEffect.Of(units, Released).Components["unitsTouched"], Is.EqualTo(3L));
        units[4] = units[4] with { Before = new Sample.Share(12, 12) };
        Assert.That(InitiativeEffect.Of(units, Released).Components["unitsUntouched"], Is.EqualTo(7L));
        units[5] = units[5] with { Before = new Sample.Net(12, 0, 12) };
        Assert.That(InitiativeEffect.Of(units, Released).Components["unitsUntouched"], Is.EqualTo(6L));
    }

    [Test]
    public void Units_are_aligned_by_their_served_means()
    {
        UnitWave[] waves = [.. Enumerable.Range(0, 12).Select(i => new UnitWave($"u{i:D2}", 1, 50 + 2 * i + .01 * (i % 3), 40, 60 + i % 5, 90))];
        var rounded = waves.Select(wave => wave with { Employee = Rounding.Tenth(wave.Employee) });
        Assert.That(new Alignment().Of(waves, Released).Estimate, Is.EqualTo(new Alignment().Of([.. rounded], Some.Customers).Estimate));
        waves[3] = waves[3] with { Employee = 97, EmployeeN = 20 };
        Assert.That(new Alignment().Of(waves, Released).N, Is.EqualTo(11));
    }

    private static Counts People(params (int Total, long N)[] scores) => Some.Scale("trust", 10, [.. scores.Select(score => ScaleRow.Unweighted(10, score.Total, score.N))]);

    private static Moments Scores(Counts counts) => Moments.OfScale(counts.Scales[0], Released);

    private static Figure Served(Counts counts) => Anonymity.Release(new Trust().Of(counts, Released), new Trust(), Released).Value;

    private static ChangeSide Side(CountedIndicator of, Counts counts) => new(of.Of(counts, Released), of.SampleOf(counts, Released));

    private static Figure Change(Counts before, Counts after) =>
        Anonymity.Release(new Change().Between(new Trust(), Side(new Trust(), before), Side(new Trust(), after), Released), new Change(), Released).Value;

    private static Figure Gap(Moments senior, Moments frontline) =>
        Anonymity.Release(new HierarchyGap().Of(senior, frontline, Released), new HierarchyGap(), Released).Value;
}
