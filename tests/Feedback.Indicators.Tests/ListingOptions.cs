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

    [TestCase("a 25, b 16, c 9", 50, "a 50.0, b withheld, c withheld", TestName = "One untold option that nobody else can have chosen takes another along")]
    [TestCase("a 30, b 25, c 9", 50, "a 60.0, b 50.0, c withheld", TestName = "Where the told ones may cover everybody the untold one does not follow")]
    [TestCase("a 25, b 8, c 9", 42, "a 59.5, b withheld, c withheld", TestName = "Two untold options share who chose neither of the others")]
    [TestCase("a 25, b 8, c 9", 30, "a withheld, b withheld, c withheld", TestName = "Five people who chose untold options only are too few to tell")]
    [TestCase("a 45, b 4", 49, "a withheld, b withheld", TestName = "Of two options with a small one neither is told")]
    [TestCase("a 40, b 30", 50, "a 80.0, b 60.0", TestName = "Without an untold option there is nothing to follow")]
    public void Options_of_employees_that_follow_from_the_rest_are_withheld(string options, long answered, string rows)
    {
        var choice = Some.Choice(true, answered, [.. options.Split(", ").Select(option => (option[..1], long.Parse(option[2..], null)))]);
        Assert.That(Print(new Item().Options(choice, Some.Employees)), Is.EqualTo(rows));
        Assert.That(new Item().Options(choice, Some.Customers).Where(row => row.Figure.Status == Status.Withheld).Count(),
            Is.EqualTo(choice.Options.Count(option => option.N < 10)), "customers: those below k");
    }

    [Test]
    public void Of_a_small_group_of_employees_a_share_near_an_end_is_only_bounded()
    {
        var row = new Item().Options(Some.Choice(false, 12, ("a", 7), ("b", 5)), Some.Employees)[0];
        Assert.That(Print([row]), Is.EqualTo("other 100.0"));
        Assert.That(Anonymity.Release([row], new Item(), Some.Employees).Value[0].Figure.Bound, Is.EqualTo(Bound.AtLeast));
    }

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
