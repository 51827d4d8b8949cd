namespace Feedback.Indicators.Tests;

/// <summary>What the reference file does not say of consistency.</summary>
public sealed class ComparingCells
{
    private static readonly FacetCell[] Channels =
    [
        new("web", new(400, 70, 350)), new("mail", new(300, 68, 380)), new("desk", new(500, 71, 300)), new("tiny", new(9, 10, 100)),
    ];

    [Test]
    public void The_pair_furthest_apart_is_named_with_its_interval_and_adjusted_p()
    {
        var row = Rows(Some.Customers, new Facet("channel", FacetKind.Dimension, Channels))[0].Figure;
        var welch = Welch.Of(Channels[2].Moments, Channels[1].Moments)!;
        Assert.That(row.Components["cells"], Is.EqualTo(3L), "nine answers are no cell");
        Assert.That((row.Components["gapFrom"], row.Components["gapTo"]), Is.EqualTo(("mail", "desk")));
        Assert.That((double)row.Components["gap"]!, Is.EqualTo(3).Within(1e-12));
        Assert.That(row.Components["gapLow"], Is.EqualTo(welch.Difference.Low).Within(1e-12));
        Assert.That(row.Components["gapHigh"], Is.EqualTo(welch.Difference.High).Within(1e-12));
        Assert.That((double)row.Components["gapPAdjusted"]!, Is.EqualTo(3 * welch.P).Within(1e-15), "the smallest of three");
    }

    [TestCase(1, 82, 3.0)]
    [TestCase(2, 40, 0.0)]
    [TestCase(3, 12, 30.0)]
    public void The_p_of_the_pair_is_the_one_of_all_pairs_to_the_last_digit(int seed, int count, double apart)
    {
        var cells = Many(seed, count, apart);
        var pairs = cells.SelectMany((a, i) => cells.Skip(i + 1).Select(b => a.Moments.Mean <= b.Moments.Mean ? (From: a, To: b) : (From: b, To: a)))
            .Select(pair => (pair.From, pair.To, Test: Welch.Of(pair.To.Moments, pair.From.Moments)!)).ToArray();
        var adjusted = FalseDiscovery.Adjust([.. pairs.Select(pair => pair.Test.P)]);
        var worst = Enumerable.Range(0, pairs.Length).MaxBy(i => pairs[i].Test.Difference.Value);
        var row = WorstPair.Of(cells, Some.Customers, 0);
        Assert.That(row, Is.EqualTo(new WorstPair(pairs[worst].From.Name, pairs[worst].To.Name, pairs[worst].Test.Difference.Value,
            pairs[worst].Test.Difference.Low, pairs[worst].Test.Difference.High, adjusted[worst])));
    }

    /// <summary>Half a million pairs: with an interval for each it took half a minute.</summary>
    [Test]
    [CancelAfter(15_000)]
    public void A_thousand_cells_are_compared_and_more_are_named_without_a_p(CancellationToken late)
    {
        var tested = WorstPair.Of(Many(4, WorstPair.MostTested, 3), Some.Customers, 0);
        var named = WorstPair.Of(Many(4, 20_000, 3), Some.Customers, 0);
        Assert.That(tested.P, Is.InRange(0, 1));
        Assert.That((named.P, named.Low, named.High), Is.EqualTo(((double?)null, (object)named.Low!, (object)named.High!)));
        Assert.That(named.Gap, Is.InRange(named.Low!.Value, named.High!.Value));
        Assert.That(late.IsCancellationRequested, Is.False);
    }

    private static FacetCell[] Many(int seed, int count, double apart)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => random.Next(10, 400) is var n
            ? new FacetCell($"cell {i}", new(n, 60 + apart * random.NextDouble() + 20 / Math.Sqrt(n) * (random.NextDouble() - .5), 200 + 300 * random.NextDouble())) : null!)];
    }

    [Test]
    public void Cells_without_any_spread_have_a_gap_without_an_interval_and_employees_the_floor()
    {
        var facet = new Facet("channel", FacetKind.Dimension, [.. Channels.Take(3).Select(cell => cell with { Moments = new(100, cell.Moments.Mean, 0) })]);
        var customers = Rows(Some.Customers, facet)[0].Figure;
        Assert.That((customers.Components["gap"], customers.Components["gapPAdjusted"]), Is.EqualTo((3.0, (object?)null)));
        Assert.That(Rows(Some.Employees, facet)[0].Figure.Components["gapLow"], Is.Not.Null);
    }

    [Test]
    public void Cells_that_bring_the_step_of_their_answers_keep_it_as_their_floor()
    {
        FacetCell[] flat = [.. Channels.Take(3).Select(cell => cell with { Moments = new(100, cell.Moments.Mean, 0, 100, 20) })];
        var welch = Welch.Of(flat[2].Moments, flat[1].Moments, Audience.Employee)!;
        var row = Rows(Some.Employees, new Facet("channel", FacetKind.Dimension, flat))[0].Figure;
        Assert.That((row.Components["gapLow"], row.Components["gapHigh"]), Is.EqualTo(((object?)welch.Difference.Low, (object?)welch.Difference.High)));
    }

    [Test]
    public void Equal_scores_have_no_spread_to_the_last_bit() => Assert.That(
        Moments.OfItems([Some.Item("trust.outcome", 1, 7, (6, 25))], Some.Customers),
        Is.EqualTo(new Moments(25, 100 * 5 / 6.0, 0, 25, 50 / 6.0)), "25 x / 25 is not x here");

    [Test]
    public void A_steady_trend_is_steadier_than_the_same_months_shuffled()
    {
        double[] rising = [60, 62, 64, 66, 68, 70];
        double[] shuffled = [60, 70, 62, 68, 64, 66];
        Assert.That(Estimate(rising), Is.GreaterThan(Estimate(shuffled)));

        static double Estimate(double[] means) => Rows(Some.Customers, new Facet("time", FacetKind.Time,
            [.. means.Select((mean, month) => new FacetCell($"month {month}", new(400, mean, 300)))]))[0].Figure.Estimate!.Value;
    }

    [Test]
    public void Three_periods_are_too_few_and_the_combined_row_does_without_them()
    {
        var rows = Rows(Some.Customers,
            new Facet("channel", FacetKind.Dimension, Channels),
            new Facet("time", FacetKind.Time, [.. Channels.Take(3)]));
        Assert.That(rows.Select(row => row.Name), Is.EqualTo(new[] { "channel", "time", "all" }));
        Assert.That(rows[1].Figure, Is.EqualTo(Figure.Insufficient(1200)));
        Assert.That(rows[2].Figure.Estimate, Is.Not.Null.And.EqualTo(rows[0].Figure.Estimate));
    }

    [Test]
    public void Employees_touchpoints_share_no_base_and_keep_their_noise()
    {
        var experience = new ScaleCounts("experience", [new(3, 1, 5, [ScaleRow.Unweighted(3, 15, 150), ScaleRow.Unweighted(3, 6, 150)])]);
        var facet = new Facet("touchpoint", FacetKind.Touchpoint, [.. Channels.Take(3)], experience);
        var dimension = facet with { Kind = FacetKind.Dimension, Experience = null };
        Assert.That(Tau(facet, Some.Employees), Is.EqualTo(Tau(dimension, Some.Customers)));
        Assert.That(Tau(facet, Some.Customers), Is.GreaterThan(Tau(dimension, Some.Customers)));

        static double Tau(Facet facet, Terms terms) => (double)Rows(terms, facet)[0].Figure.Components["tau"]!;
    }

    [Test]
    public void Touchpoints_are_read_from_the_counts_of_experience()
    {
        var counts = new People([.. Enumerable.Range(0, 40).Select(i => new Person(
            [.. Enumerable.Repeat((int?)null, 21), 1 + i % 5, 3 + i % 3, 2 + i % 2, 4], 10_000))]).Count();
        var facet = Facet.Touchpoints(counts, Some.Customers);
        Assert.That(facet.Cells.Select(cell => (cell.Name, cell.Moments.N)), Is.EqualTo(
            new[] { ("desk", 40L), ("gate", 40L), ("parking", 40L), ("wifi", 40L) }));
    }

    [Test]
    public void Shapes_of_different_length_share_their_noise_through_one_covariance()
    {
        var one = new ScaleCounts("experience", [new(3, 1, 5, [ScaleRow.Unweighted(3, 15, 80), ScaleRow.Unweighted(3, 9, 80)])]);
        var split = new ScaleCounts("experience",
        [
            new(3, 1, 5, [ScaleRow.Unweighted(3, 15, 40), ScaleRow.Unweighted(3, 9, 40)]),
            new(4, 1, 5, [ScaleRow.Unweighted(3, 15, 40), ScaleRow.Unweighted(3, 9, 40)]),
        ]);
        Moments[] cells = [new(160, 70, 350), new(160, 60, 350), new(160, 65, 350)];
        Assert.That(SharedNoise.Of(split, cells).E, Is.EqualTo(SharedNoise.Of(one, cells).E));
        Assert.That(SharedNoise.Of(split, cells).C, Is.EqualTo(SharedNoise.Of(one, cells).C).Within(2).Percent);
        Assert.That(SharedNoise.Of(new("experience", []), cells), Is.EqualTo(default(SharedNoise)));
    }

    private static IReadOnlyList<NamedFigure> Rows(Terms terms, params Facet[] facets) => new Consistency().Rows(new(facets, 5), terms);
}
