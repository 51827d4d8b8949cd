using Feedback.Indicators.Audit;
using FsCheck;
using FsCheck.Fluent;
using ForAll = FsCheck.NUnit.PropertyAttribute;

namespace Feedback.Indicators.Tests.Audit;

/// <summary>Every comment has one place at most, and no place has the words of fewer than k people.</summary>
public sealed class PlacingComments
{
    private const string Whole = CommentPlaces.Whole;

    /// <summary>company - (emea - (sales, service), apac); the leaves named last.</summary>
    private static readonly Dictionary<string, string?> Tree = new()
    {
        ["company"] = null,
        ["emea"] = "company",
        ["apac"] = "company",
        ["sales"] = "emea",
        ["service"] = "emea",
    };

    [Test]
    public void A_released_team_of_k_shows_its_own()
    {
        var places = Place([("sales", 10)], ["sales", "emea", "company", Whole]);
        Assert.That(places.Of("sales"), Is.EqualTo("sales"));
    }

    [Test]
    public void Too_few_move_up_to_the_next_released_unit_that_has_k_left()
    {
        var places = Place([("sales", 12), ("service", 4), ("apac", 6)], ["sales", "emea", "company", Whole]);
        Assert.That((places.Of("sales"), places.Of("service"), places.Of("apac")), Is.EqualTo(("sales", "company", "company")));
    }

    [Test]
    public void A_unit_with_k_left_that_was_not_released_shows_nothing()
    {
        var places = Place([("sales", 12), ("service", 13)], ["sales", "company", Whole]);
        Assert.That((places.Of("sales"), places.Of("service")), Is.EqualTo(("sales", "company")));
    }

    [Test]
    public void A_released_unit_whose_people_are_shown_further_down_but_for_a_few_shows_nothing()
    {
        var places = Place([("sales", 12), ("service", 9)], ["sales", "emea", "company", Whole]);
        Assert.That((places.Of("sales"), places.Of("service")), Is.EqualTo(("sales", (string?)null)));
    }

    [Test]
    public void People_of_a_unit_itself_are_shown_with_those_below_it()
    {
        var places = Place([("emea", 3), ("sales", 4), ("service", 3)], ["emea", "company", Whole]);
        Assert.That((places.Of("emea"), places.Of("sales"), places.Of("service")), Is.EqualTo(("emea", "emea", "emea")));
    }

    [Test]
    public void The_whole_organisation_is_the_last_place_and_takes_those_who_named_no_unit()
    {
        var places = Place([("sales", 11), ("apac", 5), ("gone", 2), (Whole, 3)], ["sales", Whole]);
        Assert.That((places.Of("apac"), places.Of("gone"), places.Of(Whole)), Is.EqualTo((Whole, Whole, Whole)));
    }

    [Test]
    public void Fewer_than_k_left_at_the_top_are_not_shown()
    {
        var places = Place([("sales", 11), ("apac", 5), (Whole, 4)], ["sales", "company", Whole]);
        Assert.That((places.Of("apac"), places.Of(Whole), places.Of("nobody")), Is.EqualTo(((string?)null, (string?)null, (string?)null)));
    }

    [Test]
    public void Without_the_whole_released_nothing_is_shown_there()
    {
        var places = Place([(Whole, 40)], ["company"]);
        Assert.That(places.Of(Whole), Is.Null);
    }

    [Test]
    public void A_unit_whose_parent_is_not_in_the_tree_moves_up_to_the_whole()
    {
        var places = CommentPlaces.Assign(new Dictionary<string, string?> { ["left"] = "gone" }, new HashSet<string> { Whole }, new Dictionary<string, long> { ["left"] = 10 }, 10);
        Assert.That(places.Of("left"), Is.EqualTo(Whole));
    }

    [ForAll(Arbitrary = new[] { typeof(Organisation) }, MaxTest = 500)]
    public void No_place_shows_the_words_of_fewer_than_k(Organisation any)
    {
        var shown = any.People.Where(p => any.Places.Of(p.Key) is not null).GroupBy(p => any.Places.Of(p.Key)!, p => p.Value);
        Assert.That(shown.Where(place => place.Sum() < any.MinimumGroup).Select(place => place.Key), Is.Empty);
    }

    [ForAll(Arbitrary = new[] { typeof(Organisation) }, MaxTest = 500)]
    public void A_comment_is_shown_under_a_released_unit_that_holds_its_own(Organisation any)
    {
        foreach (var (unit, place) in any.People.Keys.Select(unit => (unit, any.Places.Of(unit))).Where(p => p.Item2 is not null))
        {
            Assert.That(any.Released, Does.Contain(place));
            Assert.That(any.Upward(unit), Does.Contain(place));
        }
    }

    [ForAll(Arbitrary = new[] { typeof(Organisation) }, MaxTest = 500)]
    public void Nobody_is_shown_higher_than_need_be(Organisation any)
    {
        // What a unit could show is what no unit below it shows; if it was released and these are k people, they are shown no higher.
        foreach (var node in any.Released)
        {
            var left = any.People.Where(p => any.Upward(p.Key).Contains(node) && (any.Places.Of(p.Key) is not { } place || any.Upward(node).Contains(place))).ToList();
            if (left.Sum(p => p.Value) >= any.MinimumGroup)
                Assert.That(left.Select(p => any.Places.Of(p.Key)), Is.All.EqualTo(node), node);
        }
    }

    private static CommentPlaces Place((string Unit, long People)[] people, string[] released) =>
        CommentPlaces.Assign(Tree, released.ToHashSet(), people.ToDictionary(p => p.Unit, p => p.People), 10);
}

/// <summary>An invented organisation whose people left comments, with units that an audit happened to release.</summary>
public sealed record Organisation(Dictionary<string, string?> Parents, HashSet<string> Released, Dictionary<string, long> People, int MinimumGroup)
{
    internal CommentPlaces Places => field ??= CommentPlaces.Assign(Parents, Released, People, MinimumGroup);

    /// <summary>Up to 40 units in several trees, some people in units that no tree has, or in none.</summary>
    public static Arbitrary<Organisation> Any() => Gen.Choose(0, int.MaxValue - 1).Select(seed => Draw(new Random(seed))).ToArbitrary();

    /// <summary>The unit, those above it, and the whole.</summary>
    public IReadOnlyList<string> Upward(string unit)
    {
        var path = new List<string>();
        for (string? node = unit; node is not null && Parents.ContainsKey(node); node = Parents[node])
            path.Add(node);
        return [.. path, CommentPlaces.Whole];
    }

    private static Organisation Draw(Random random)
    {
        var units = Enumerable.Range(0, random.Next(41)).Select(i => $"u{i}").ToArray();
        var parents = units.Select((unit, i) => (unit, parent: i == 0 || random.Next(10) == 0 ? null : units[random.Next(i)])).ToDictionary(u => u.unit, u => u.parent);
        string[] named = [.. units, "gone", CommentPlaces.Whole];
        return new(
            parents,
            [.. units.Append(CommentPlaces.Whole).Where(_ => random.Next(3) > 0)],
            named.Where(_ => random.Next(4) > 0).ToDictionary(unit => unit, _ => (long)random.Next(1, 15)),
            random.Next(5, 16));
    }
}
