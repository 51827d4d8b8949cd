namespace Feedback.Indicators.Tests;

/// <summary>Choice questions.</summary>
public sealed class ListingOptions
{
    [Test]
    public void An_option_is_a_share_of_those_who_answered()
    {
        var rows = new Item().Options(Some.Choice(false, 100, ("a", 43), ("b", 57)), Some.Customers);
        Assert.That(rows.Select(row => (row.Column, row.Name)), Is.EqualTo(new[] { ("option", "a"), ("option", "b") }));
        var a = rows[0].Figure;
        Assert.That(a.N, Is.EqualTo(100));
        Assert.That(a.Estimate, Is.EqualTo(43));
        Assert.That(a.Low, Is.EqualTo(33.733298524110104).Within(1e-9));
        Assert.That(a.High, Is.EqualTo(52.784610450787675).Within(1e-9));
    }

    [Test]
    public void Small_options_fold_into_other_until_it_holds_k_people_of_two_options() => Assert.That(
        Fold(("a", 3), ("b", 4), ("c", 12), ("d", 80)), Is.EqualTo("d 80.8, other 19.2"));

    [Test]
    public void Small_options_that_reach_k_together_take_no_large_one_along() => Assert.That(
        Fold(("a", 6), ("b", 4), ("c", 12), ("d", 78)), Is.EqualTo("c 12.0, d 78.0, other 10.0"));

    [Test]
    public void One_small_option_takes_the_next_along_so_that_it_cannot_be_worked_out() => Assert.That(
        Fold(("a", 1), ("b", 30), ("c", 69)), Is.EqualTo("c 69.0, other 31.0"));

    [Test]
    public void An_option_nobody_chose_covers_nobody() => Assert.That(
        Fold(("a", 0), ("b", 9), ("c", 40), ("d", 51)), Is.EqualTo("d 51.0, other 49.0"));

    [Test]
    public void Without_small_options_there_is_no_other() => Assert.That(
        Fold(("a", 0), ("b", 40), ("c", 60)), Is.EqualTo("b 40.0, c 60.0"));

    [Test]
    public void An_option_called_other_is_part_of_other() => Assert.That(
        Fold(("other", 20), ("b", 5), ("c", 75)), Is.EqualTo("c 75.0, other 25.0"));

    [Test]
    public void Too_few_people_leave_one_withheld_row() => Assert.That(Fold(("a", 4), ("b", 5)), Is.EqualTo("other withheld"));

    [Test]
    public void A_cover_that_cannot_be_reached_is_withheld() => Assert.That(Fold(("a", 9), ("b", 0)), Is.EqualTo("other withheld"));

    [Test]
    public void Small_options_of_a_multiple_choice_are_withheld_not_folded() => Assert.That(
        Print(new Item().Options(Some.Choice(true, 50, ("a", 40), ("b", 9), ("c", 25)), Some.Customers)),
        Is.EqualTo("a 80.0, b withheld, c 50.0"));

    [Test]
    public void Other_says_which_options_it_is_made_of_and_every_option_how_many_chose_it()
    {
        var rows = new Item().Options(Some.Choice(false, 99, ("d", 80), ("b", 4), ("c", 12), ("a", 3)), Some.Customers);
        Assert.That(rows.Select(row => row.MadeOf), Is.EqualTo(new[] { null, "a,b,c" }));
        Assert.That(rows.Select(row => row.Sample), Is.EqualTo(new[] { new Sample.Share(80, 99), new Sample.Share(19, 99) }));
        var plain = new Item().Options(Some.Choice(false, 50, ("other", 20), ("b", 30)), Some.Customers);
        Assert.That(plain.Select(row => row.MadeOf), Is.All.Null, "an option of that name is made of nothing else");
    }

    private static string Fold(params (string Option, long N)[] options) =>
        Print(new Item().Options(Some.Choice(false, options.Sum(option => option.N), options), Some.Customers));

    private static string Print(IEnumerable<NamedFigure> rows) => string.Join(", ", rows.Select(row => row.Figure.Status == Status.Released
        ? FormattableString.Invariant($"{row.Name} {row.Figure.Estimate:F1}")
        : $"{row.Name} {row.Figure.Status.ToString().ToLowerInvariant()}"));
}
