using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests;

/// <summary>What the reference file does not say of <c>agreement</c>.</summary>
public sealed class AgreeingWithOneAnother
{
    private static readonly Construct Trust = Construct.Parse("trust");
    private static readonly Construct Single = Construct.Parse("satisfaction");

    [Test]
    public void Employees_need_three_times_k_people()
    {
        Assert.That(Of(Some.Employees, (3, 15), (5, 14)), Is.EqualTo(Figure.Withheld));
        Assert.That(Of(Some.Employees, (3, 15), (5, 15)).N, Is.EqualTo(30));
        Assert.That(Of(Some.Customers, (3, 5), (5, 5)).N, Is.EqualTo(10));
        Assert.That(Of(Some.Customers, (5, 9)), Is.EqualTo(Figure.Withheld), "k is asked before the formula");
        Assert.That(new Agreement().Of(Counts.Empty, Trust, Some.Customers), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void One_item_of_too_few_people_withholds_the_scale()
    {
        var counts = Some.Counts(Some.Item("trust.humanity", 1, 5, (3, 20), (5, 20)), Some.Item("trust.capability", 1, 5, (3, 9)));
        Assert.That(new Agreement().Of(counts, Trust, Some.Customers), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void Items_without_a_value_are_left_out_and_the_level_is_that_of_the_others()
    {
        var counts = Some.Counts(
            Some.Item("trust.humanity", 1, 5, (1, 20), (5, 20)), Some.Item("trust.capability", 1, 5, (5, 24), (4, 1)),
            Some.Item("trust.outcome", 1, 5, (1, 50)));
        var figure = new Agreement().Of(counts, Trust, Some.Customers);
        Assert.That((figure.Estimate, figure.N), Is.EqualTo((0.0, 25L)));
        Assert.That((figure.Components["level"], figure.Components["itemsUsed"], figure.Components["indicative"]), Is.EqualTo((50.0, 1L, true)));
    }

    [Test]
    public void A_mean_nearer_to_an_end_than_one_whole_answer_has_no_value()
    {
        Assert.That(Of(Some.Customers, (5, 24), (3, 1)).Status, Is.EqualTo(Status.Undefined));
        Assert.That(Of(Some.Customers, (1, 24), (3, 1)).Status, Is.EqualTo(Status.Undefined));
        var whole = Of(Some.Customers, (5, 24), (1, 1));
        Assert.That(whole.Estimate, Is.EqualTo(0).Within(1e-9), "the widest spread with this mean");
        Assert.That(Of(Some.Employees, (5, 49), (4, 1)), Is.EqualTo(Figure.Withheld));
    }

    [Test]
    public void A_unanimous_group_agrees_wherever_it_stands() => Assert.That(Of(Some.Customers, (3, 25)).Estimate, Is.EqualTo(100));

    [Test]
    public void Two_people_are_too_few_to_leave_one_out() => Assert.That(
        Of(Some.Customers with { MinimumGroup = 2 }, (3, 1), (5, 1)).Status, Is.EqualTo(Status.Insufficient));

    [Test]
    public void Two_items_with_one_measure_are_one_item()
    {
        var counts = Some.Counts(
            Some.Item("satisfaction", 1, 5, (1, 20)) with { Item = "one" }, Some.Item("satisfaction", 0, 10, (10, 20)) with { Item = "other" });
        var figure = new Agreement().Of(counts, Single, Some.Customers);
        Assert.That((figure.N, figure.Estimate, figure.Components["itemsUsed"]), Is.EqualTo((40L, 0.0, (object)1L)));
    }

    [ForAll]
    public void Leaving_out_every_person_in_turn_gives_the_interval(byte[] drawn)
    {
        double[] scores = [.. drawn.Select(answer => 25.0 * (answer % 5))];
        var figure = Of(Some.Customers, [.. drawn.GroupBy(answer => answer % 5).Select(same => (1 + same.Key, same.LongCount()))]);
        if (figure.Status != Status.Released)
            return;
        double n = scores.Length;
        double[] left = [.. scores.Select((_, i) => Direct([.. scores.Where((_, j) => j != i)]))];
        var error = Math.Sqrt((n - 1) / n * left.Sum(value => Math.Pow(value - left.Average(), 2)));
        var half = Distributions.TQuantile(.975, n - 1) * Math.Max(error, 100 / n);
        Assert.That(figure.Estimate!.Value, Is.EqualTo(Direct(scores)).Within(1e-9));
        Assert.That(figure.Low!.Value, Is.EqualTo(Math.Max(0, Direct(scores) - half)).Within(1e-9));
        Assert.That(figure.High!.Value, Is.EqualTo(Math.Min(100, Direct(scores) + half)).Within(1e-9));
        Assert.That(figure.Estimate.Value, Is.InRange(figure.Low.Value, figure.High.Value));
    }

    /// <summary>From the definition, with s^2 of divisor n - 1.</summary>
    private static double Direct(double[] scores)
    {
        double n = scores.Length, mean = scores.Average();
        return mean is 0 or 100
            ? 100
            : 100 * (1 - scores.Sum(score => Math.Pow(score - mean, 2)) / (n - 1) / (mean * (100 - mean) * n / (n - 1)));
    }

    private static Figure Of(Terms terms, params (int Value, long N)[] answers) =>
        new Agreement().Of(Some.Counts(Some.Item("satisfaction", 1, 5, answers)), Single, terms);
}
