namespace Feedback.Indicators.Tests;

/// <summary>How often each answer to an item was given, and what of it is shown.</summary>
public sealed class DistributingAnswers
{
    private static readonly Item Item = new();
    private static readonly Terms Customers = new(Audience.Customer, 10);

    [Test]
    public void Every_value_of_a_rating_has_its_number_and_its_share()
    {
        var shares = Show(Rating(false, (1, 10), (2, 0), (4, 30), (5, 60)), Customers);
        Assert.That(shares.Select(s => s.Value), Is.EqualTo(new int?[] { 1, 2, 3, 4, 5 }));
        Assert.That(shares.Select(s => s.N), Is.EqualTo(new long?[] { 10, null, null, 30, 60 }));
        Assert.That(shares.Select(s => s.Share), Is.EqualTo(new double?[] { 10, null, null, 30, 60 }));
    }

    [Test]
    public void A_value_that_fewer_than_k_people_chose_is_not_told()
    {
        var shares = Show(Rating(false, (1, 9), (5, 10)), Customers);
        Assert.That(shares[0], Is.EqualTo(new AnswerShare(1, null, null, null)));
        Assert.That(shares[4].N, Is.EqualTo(10));
        Assert.That(shares[4].Share, Is.EqualTo(100.0 * 10 / 19), "of all who answered");
    }

    [Test]
    public void A_reversed_item_is_told_as_its_mean_is() =>
        Assert.That(Show(Rating(true, (1, 40), (4, 10)), Customers).Where(s => s.N is not null).Select(s => (s.Value, s.N)), Is.EqualTo(new (int?, long?)[] { (2, 10), (5, 40) }));

    [Test]
    public void The_two_highest_values_are_the_top_two()
    {
        var counts = Rating(false, (1, 13), (2, 17), (3, 11), (4, 29), (5, 31));
        var figure = Item.Of(counts, Customers);
        Assert.That(Show(counts, Customers).TakeLast(2).Sum(s => s.Share), Is.EqualTo((double)figure.Components["topTwo"]!).Within(1e-9));
    }

    [Test]
    public void Weights_make_shares_and_no_numbers()
    {
        var counts = new Counts([new("q", null, null, 1, 5, false, [new(1, true, 20, 600_000, 18_000_000_000), new(5, true, 20, 200_000, 2_000_000_000)])], [], []);
        var shares = Show(counts, Customers with { Weighted = true });
        Assert.That(shares[0].N, Is.EqualTo(20));
        Assert.That(shares[0].Share, Is.EqualTo(75).Within(1e-9));
    }

    [Test]
    public void Options_are_those_that_have_a_row()
    {
        var single = Show(Choice(false, 100, ("a", 50), ("b", 42), ("c", 3), ("d", 5)), Customers);
        Assert.That(single.Select(s => (s.Option, s.N)), Is.EqualTo(new (string?, long?)[] { ("a", 50), ("other", 50) }), "options below k are folded until nobody can be told apart");
        var multiple = Show(Choice(true, 100, ("a", 80), ("b", 40), ("c", 3)), Customers);
        Assert.That(multiple.Select(s => (s.Option, s.N, s.Share)), Is.EqualTo(new (string?, long?, double?)[] { ("a", 80, 80), ("b", 40, 40), ("c", null, null) }));
    }

    [Test]
    public void Fewer_than_k_people_have_no_distribution()
    {
        Assert.That(Anonymity.Release(Item.Distribution(Rating(false, (5, 9)), Customers), Customers), Is.Null);
        Assert.That(Anonymity.Release(Item.Distribution(Choice(true, 9, ("a", 9)), Customers), Customers), Is.Null);
        Assert.That(Anonymity.Release(Item.Distribution(Counts.Empty, Customers), Customers), Is.Null);
    }

    [Test]
    public void Employees_have_none_however_many_they_are()
    {
        var terms = new Terms(Audience.Employee, 10);
        Assert.That(Anonymity.Release(Item.Distribution(Rating(false, (1, 5_000), (5, 5_000)), terms), terms), Is.Null);
        Assert.That(Anonymity.Release(Item.Distribution(Choice(true, 9_000, ("a", 5_000)), terms), terms), Is.Null);
    }

    private static IReadOnlyList<AnswerShare> Show(Counts counts, Terms terms) => Anonymity.Release(Item.Distribution(counts, terms), terms)!.Value;

    private static Counts Rating(bool reversed, params (int Value, long N)[] values) =>
        new([new("q", null, null, 1, 5, reversed, [.. values.Select(v => ValueCount.Unweighted(v.Value, true, v.N))])], [], []);

    private static Counts Choice(bool multiple, long answered, params (string Option, long N)[] options) =>
        new([], [], [new("q", multiple, answered, answered * 10_000, answered * 100_000_000, [.. options.Select(o => OptionCount.Unweighted(o.Option, o.N))])]);
}
