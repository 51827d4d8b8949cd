using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// A13: everybody in a cell answers alike. <c>top</c>: twelve people who all say 5; <c>bottom</c>: twelve who say 1; <c>middle</c>: twelve who
/// say 3; <c>large</c>: forty who say 5; <c>mixed</c> and <c>mixed12</c>: sixty and twelve who differ. In September everybody differed.
/// </summary>
public sealed class BeingUnanimous(string engine) : ServiceFixture(engine)
{
    private static readonly (string Unit, int People)[] Units = [("top", 12), ("bottom", 12), ("middle", 12), ("large", 40), ("mixed", 60), ("mixed12", 12)];

    private string _survey = "";

    [OneTimeSetUp]
    public async Task Release()
    {
        _survey = await Service.Publish(InventedSurvey.Definition([.. InventedSurvey.Trust, "recommend"], ["place"]));
        foreach (var (period, organisation) in (((string, InventedOrganisation)[])[("2026-09", Made(_ => HandMade.Mixed)), ("2026-10", Made(Alike))]))
        {
            await Service.Wave(_survey, organisation, period, ["place"]);
        }
    }

    [TestCase("top", 95, 95, 100, "atLeast")]
    [TestCase("bottom", 5, 0, 5, "atMost")]
    public async Task A13_twelve_who_say_the_same_extreme_are_only_said_to_be_near_it(string unit, double estimate, double low, double high, string bound)
    {
        var row = await Row($"trust?where=unit:{unit}");
        Assert.That((row.Status(), row.Number("estimate"), row.Number("low"), row.Number("high"), (string?)row["bound"]), Is.EqualTo(("released", estimate, low, high, bound)), row.ToJsonString());
        AssertNoComponents(row);
    }

    [Test]
    public async Task A13_in_net_figures_too()
    {
        var row = await Row("recommend?where=unit:top");
        Assert.That((row.Number("estimate"), row.Number("low"), row.Number("high"), (string?)row["bound"]), Is.EqualTo((90d, 90d, 100d, "atLeast")), row.ToJsonString());
        AssertNoComponents(row);
    }

    /// <summary>Twelve who agree on the middle have the interval of any twelve people with that mean, and nothing else that tells.</summary>
    [Test]
    public async Task A13_twelve_who_agree_on_the_middle_look_like_any_twelve()
    {
        var (agreed, differing) = (await Row("trust?where=unit:middle"), await Row("trust?where=unit:mixed12"));
        Assert.That((agreed.Status(), agreed.Number("estimate"), (string?)agreed["bound"]), Is.EqualTo(("released", 50d, (string?)null)));
        Assert.That(agreed.Number("high") - agreed.Number("low"), Is.EqualTo(differing.Number("high") - differing.Number("low")).Within(.2001).And.GreaterThan(10));
        AssertNoComponents(agreed);
    }

    [Test]
    public async Task A13_forty_who_agree_have_the_least_spread_there_is()
    {
        var row = await Row("trust?where=unit:large");
        Assert.That((row.Status(), row.Number("estimate"), row["components"]!.Number("sd")), Is.EqualTo(("released", 100d, 3.1)), row.ToJsonString());
    }

    [TestCase("change?of=trust&before=2026-09&after=2026-10&where=unit:top")]
    [TestCase("change?of=trust&before=2026-09&after=2026-10&where=unit:bottom")]
    [TestCase("change?of=trust&before=unit:top&after=unit:middle")]
    [TestCase("hierarchy-gap?measure=trust&senior=place:top&frontline=place:mixed")]
    [TestCase("hierarchy-gap?measure=trust&senior=place:mixed&frontline=place:bottom")]
    public async Task A13_a_difference_with_a_bounded_cell_has_no_value(string query)
    {
        var row = await Row(query);
        Assert.That((row["estimate"], row["low"], row["high"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null, (JsonNode?)null)), row.ToJsonString());
        Assert.That(row.Status(), Is.EqualTo("withheld").Or.EqualTo("released"), row.ToJsonString());
    }

    /// <summary>Two sides without any spread: the least spread there is stands in for it.</summary>
    [TestCase("change?of=trust&before=unit:large&after=unit:middle")]
    [TestCase("hierarchy-gap?measure=trust&senior=place:large&frontline=place:middle")]
    [TestCase("hierarchy-gap?measure=trust&senior=place:large&frontline=place:large2")]
    public async Task A13_two_sides_that_each_agree_are_never_undefined(string query) =>
        Assert.That((await Row(query)).Status(), Is.EqualTo("released").Or.EqualTo("withheld"));

    [Test]
    public async Task A13_a_difference_of_two_that_each_agree_is_that_of_the_served_rows()
    {
        var row = await Row("hierarchy-gap?measure=trust&senior=place:large&frontline=place:middle");
        Assert.That((row.Status(), row.Number("estimate")), Is.EqualTo(("released", 50d)), row.ToJsonString());
        Assert.That(row.Number("high"), Is.GreaterThan(row.Number("low")));
    }

    private static void AssertNoComponents(JsonNode row) => Assert.That(row["components"]!.AsObject().Where(c => c.Value is not null).Select(c => c.Key), Is.Empty, row.ToJsonString());

    private static Func<int, IReadOnlyDictionary<string, int>> Alike(string unit) => unit switch
    {
        "top" or "large" => _ => HandMade.Trust(5),
        "bottom" => _ => HandMade.Trust(1),
        "middle" => _ => HandMade.Trust(3),
        _ => HandMade.Mixed,
    };

    private static InventedOrganisation Made(Func<string, Func<int, IReadOnlyDictionary<string, int>>> answers)
    {
        var made = new HandMade();
        foreach (var (unit, people) in Units)
        {
            var answer = answers(unit);
            made.Unit(unit).People(unit, people, i => new Dictionary<string, int>(answer(i)) { ["recommend"] = unit == "top" ? 10 : (i * 3) % 11 }, ("place", unit)).Silent(unit, people / 4);
        }
        return made.Build();
    }

    private Task<JsonNode> Row(string query) =>
        Service.Row($"{query}&survey={_survey}{(query.StartsWith("change?of=trust&before=20", StringComparison.Ordinal) ? "" : "&period=2026-10")}");
}
