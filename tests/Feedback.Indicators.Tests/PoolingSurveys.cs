namespace Feedback.Indicators.Tests;

/// <summary>Several surveys or versions that measure the same thing.</summary>
public sealed class PoolingSurveys
{
    [Test]
    public void Items_on_different_ranges_pool_on_their_share_of_the_range()
    {
        var counts = Some.Counts(Some.Item("effort", 1, 5, (5, 10), (1, 10)), Some.Item("effort", 0, 10, (5, 20)));
        var figure = new Effort().Of(counts, Some.Customers);
        Assert.That((figure.N, figure.Estimate), Is.EqualTo((40L, 50.0)));
        Assert.That(figure.Components["easy"], Is.EqualTo(25));
        var item = new Item().Of(counts, Some.Customers);
        Assert.That(item.Components["mean"], Is.Null, "no common units");
        Assert.That(item.Components["topTwo"], Is.EqualTo(25));
    }

    [Test]
    public void Scales_of_different_shape_pool_on_person_scores()
    {
        var counts = Some.Scale("trust", 4, ScaleRow.Unweighted(4, 20, 10))
            .Add(new([], [new("trust", [new(4, 1, 7, [ScaleRow.Unweighted(4, 4, 30)])])], []));
        Assert.That(new Trust().Of(counts, Some.Customers).Estimate, Is.EqualTo(25));
    }

    [Test]
    public void A_shape_that_nobody_answered_changes_nothing()
    {
        var counts = Some.Scale("trust", 4, ScaleRow.Unweighted(4, 20, 10));
        var beside = counts.Add(new([], [new("trust", [new(1, 1, 3, [])])], []));
        var (alone, together) = (new Trust().Of(counts, Some.Customers), new Trust().Of(beside, Some.Customers));
        Assert.That((together.Low, together.High, together.Components["sd"]), Is.EqualTo((alone.Low, alone.High, alone.Components["sd"])));
    }

    [TestCase(2, 2)]
    [TestCase(3, 2)]
    [TestCase(4, 3)]
    [TestCase(5, 4)]
    [TestCase(14, 10)]
    public void Customers_need_two_thirds_of_the_items_and_employees_all(int items, int needed)
    {
        Assert.That(PersonScore.Counts(needed, items, Audience.Customer), Is.True);
        Assert.That(PersonScore.Counts(needed - 1, items, Audience.Customer), Is.False);
        Assert.That(PersonScore.Counts(items, items, Audience.Employee), Is.True);
        Assert.That(PersonScore.Counts(items - 1, items, Audience.Employee), Is.False);
    }

    [Test]
    public void Alpha_is_worked_out_from_the_counts_of_complete_cases()
    {
        var random = new Random(1);
        int[][] people = [.. Enumerable.Range(0, 150).Select(_ =>
        {
            var mood = random.Next(0, 3);
            return Enumerable.Range(0, 4).Select(_ => 1 + mood + random.Next(0, 3)).ToArray();
        })];
        var half = people.Select(answers => (int[])[answers[0]]).Take(30);
        var counts = new Counts(
            [.. Trust.Drivers.Select((driver, index) => new ItemCounts(driver, $"trust.{driver}", null, 1, 5, false,
                [.. people.Select(answers => ValueCount.Unweighted(answers[index], complete: true, 1))]))],
            [new("trust", [new(4, 1, 5, [.. people.Concat(half).Select(answers => ScaleRow.Unweighted(answers.Length, answers.Sum(), 1))])])],
            []);

        var figure = new Trust().Of(counts, Some.Customers);
        var expected = Alpha.Of(
            [.. Enumerable.Range(0, 4).Select(index => Variance([.. people.Select(answers => (double)answers[index])]))],
            Variance([.. people.Select(answers => (double)answers.Sum())]), 150)!.Value;
        Assert.That(figure.Components["alpha"], Is.EqualTo(expected.Value).Within(1e-12));
        Assert.That(figure.Components["alphaLow"], Is.EqualTo(expected.Low).Within(1e-12));
        Assert.That(figure.Components["alphaHigh"], Is.EqualTo(expected.High).Within(1e-12));
    }

    [Test]
    public void Alpha_is_null_below_a_hundred_complete_cases()
    {
        var counts = Some.Scale("trust", 4, ScaleRow.Unweighted(4, 12, 50), ScaleRow.Unweighted(4, 8, 49))
            .Add(new([.. Trust.Drivers.Select(driver => Some.Item($"trust.{driver}", 1, 5, (3, 50), (2, 49)))], [], []));
        Assert.That(new Trust().Of(counts, Some.Customers).Components["alpha"], Is.Null);
    }

    [Test]
    public void The_library_references_nothing_but_the_base_library() => Assert.That(
        typeof(Indicator).Assembly.GetReferencedAssemblies().Select(name => name.Name),
        Is.All.StartsWith("System."));

    [Test]
    public void Every_indicator_says_what_it_is([ValueSource(nameof(Indicators))] Indicator indicator)
    {
        string[] said = [indicator.Slug, indicator.Title, indicator.Question, indicator.Formula, indicator.Source, indicator.Caveat];
        Assert.That(said, Has.None.Empty);
        Assert.That(indicator.Components, Is.Unique);
        Assert.That(IndicatorCatalogue.Find(indicator.Slug), Is.SameAs(indicator));
    }

    private static double Variance(double[] values) =>
        values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    private static IReadOnlyList<Indicator> Indicators => IndicatorCatalogue.All;
}
