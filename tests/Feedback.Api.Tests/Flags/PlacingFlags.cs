using Feedback.Api.Catalogue;

namespace Feedback.Api.Tests.Flags;

/// <summary>Where a concern of employees is shown, by headcounts alone: never at fewer than k, and never so that one place less another is fewer than k.</summary>
public sealed class PlacingFlags
{
    private const int K = 10;

    [Test]
    public void A_unit_with_enough_people_shows_its_own_and_a_small_one_is_shown_above()
    {
        var places = Of(("company", null, 20), ("big", "company", 30), ("small", "company", 9));
        Assert.That(new[] { "company", "big", "small", null }.Select(places.Of), Is.EqualTo(new[] { "company", "big", "company", null }));
        Assert.That(places.HasWhole);
    }

    [Test]
    public void What_one_place_leaves_over_of_another_is_no_place()
    {
        // One person beside the big one: at company everybody would know whose the concern is.
        var places = Of(("company", null, 1), ("big", "company", 30));
        Assert.That(new[] { "company", "big" }.Select(places.Of), Is.EqualTo(new string?[] { null, null }));
    }

    [Test]
    public void The_smallest_of_the_outermost_places_goes_with_a_remainder_of_the_whole()
    {
        var places = Of(("a", null, 30), ("b", null, 11), ("c", null, 2), ("a1", "a", 10));
        Assert.That(new[] { "a", "a1", "b", "c" }.Select(places.Of), Is.EqualTo(new[] { "a", "a1", null, null }));
    }

    [Test]
    public void An_organisation_of_fewer_than_k_shows_nothing_and_one_without_headcounts_the_whole_alone()
    {
        Assert.That(Of(("a", null, 5), ("b", "a", 4)).HasWhole, Is.False);
        var unknown = Of(("a", null, null), ("b", "a", null));
        Assert.That((unknown.HasWhole, unknown.Of("b")), Is.EqualTo((true, (string?)null)));
        Assert.That(new FlagPlaces(new UnitTree([]), K).HasWhole);
    }

    [Test]
    public void A_retired_unit_is_shown_above()
    {
        var tree = new UnitTree([new Unit { Code = "company", Headcount = 50 }, new Unit { Code = "old", Parent = "company", Headcount = 40, Retired = 1 }, new Unit { Code = "team", Parent = "old", Headcount = 12 }]);
        Assert.That(new[] { "old", "team" }.Select(new FlagPlaces(tree, K).Of), Is.EqualTo(new[] { "company", "team" }));
    }

    [Test]
    public void Whatever_the_tree_the_places_part_the_people_into_groups_of_k_or_more()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var units = Enumerable.Range(0, random.Next(1, 40)).Select(i => new Unit { Code = $"u{i}", Parent = i == 0 || random.Next(6) == 0 ? null : $"u{random.Next(i)}", Headcount = random.Next(4) == 0 ? 0 : random.Next(25) }).ToList();
            var tree = new UnitTree(units);
            var places = new FlagPlaces(tree, K);
            var groups = units.Where(u => u.Headcount > 0).GroupBy(u => places.Of(u.Code) ?? "", u => u.Headcount!.Value).ToDictionary(g => g.Key, g => g.Sum());
            if (!places.HasWhole) Assert.That(groups.Values.Sum(), Is.LessThan(K), $"seed {seed}");
            else Assert.That(groups.Values, Is.All.GreaterThanOrEqualTo(K), $"seed {seed}");
            foreach (var unit in units) Assert.That(places.Of(unit.Code) is null || tree.Upward(unit.Code).Any(u => u.Code == places.Of(unit.Code)), $"seed {seed}");
        }
    }

    private static FlagPlaces Of(params (string Code, string? Parent, int? Heads)[] units) => new(new UnitTree(units.Select(u => new Unit { Code = u.Code, Parent = u.Parent, Headcount = u.Heads })), K);
}
