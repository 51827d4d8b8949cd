using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// A19: the organisation changes between September and October. <c>west1</c> is split into itself and <c>west2</c>; a team of
/// <c>north</c> goes to <c>south</c>; <c>east</c> stays and has a new name.
/// </summary>
public sealed class Reorganising(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Parameters = ["of=trust", "of=stay", "of=item&item=trust.capability"];

    private string _survey = "";

    [OneTimeSetUp]
    public async Task Release()
    {
        _survey = await Service.Publish(InventedSurvey.Definition([.. InventedSurvey.Trust, "stay"], []));
        await Service.Wave(_survey, Before(), "2026-09", []);
        await Service.Wave(_survey, After(), "2026-10", []);
    }

    [TestCase("west", TestName = "A19_a_unit_with_a_new_team_is_not_compared_with_itself")]
    [TestCase("north", TestName = "A19_a_unit_that_lost_a_team_is_not_compared_with_itself")]
    [TestCase("south", TestName = "A19_a_unit_that_took_a_team_over_is_not_compared_with_itself")]
    public async Task A19_a_unit_whose_teams_changed_is_not_compared_with_itself(string unit)
    {
        foreach (var of in Parameters)
        {
            Assert.That(await Change(of, $"where=unit:{unit}"), Is.EqualTo(await Change(of, "where=unit:no-such-unit")));
            Assert.That(await Released(unit, "2026-09") && await Released(unit, "2026-10"), "each wave alone");
        }
    }

    [Test]
    public async Task A19_a_unit_that_only_has_a_new_name_is()
    {
        var row = await Service.Row($"change?of=trust&before=2026-09&after=2026-10&where=unit:east&survey={_survey}");
        Assert.That(row.Status(), Is.EqualTo("released"), row.ToJsonString());
        var (before, after) = (await Row("east", "2026-09"), await Row("east", "2026-10"));
        Assert.That(row.Number("estimate"), Is.EqualTo(after.Number("estimate") - before.Number("estimate")).Within(.0001));
    }

    [Test]
    public async Task A19_in_a_breakdown_too()
    {
        var rows = (await Service.Rows($"change?of=trust&before=2026-09&after=2026-10&by=unit&survey={_survey}")).ToDictionary(r => (string)r["unit"]!, r => r.Status());
        Assert.That(rows["east"], Is.EqualTo("released"));
        Assert.That(rows.Where(r => r.Key is "west" or "north" or "south" or "west2").Select(r => r.Value), Is.All.EqualTo("withheld"));
    }

    /// <summary>A wave has the tree of its time and no other.</summary>
    [TestCase("west2", "2026-09")]
    [TestCase("north-gone", "2026-10")]
    public async Task A19_a_wave_knows_no_unit_of_another_tree(string unit, string period) =>
        Assert.That(Without(await Row(unit, period)), Is.EqualTo(Without(await Row("no-such-unit", period))));

    [Test]
    public async Task A19_a_new_tree_changes_no_released_wave()
    {
        string[] paths = [.. ((string[])["2026-09", "2026-10"]).Select(p => $"/v1/indicators/trust?survey={_survey}&period={p}&by=unit")];
        var before = (await Service.Read.GetStringAsync(paths[0]), await Service.Read.GetStringAsync(paths[1]));
        await Service.Admin.Put("/v1/units", new HandMade().Unit("one").Unit("east", "one").Silent("one", 200).Build().ToUnits()).Body();
        Assert.That((await Service.Read.GetStringAsync(paths[0]), await Service.Read.GetStringAsync(paths[1])), Is.EqualTo(before));
        Assert.That(before.Item1, Does.Contain("\"north\"").And.Not.Contain("\"one\""));
    }

    private static InventedOrganisation Before() => People(new HandMade().Unit("north").Unit("north1", "north").Unit("north2", "north").Unit("north-gone", "north")
        .Unit("south").Unit("south1", "south").Unit("south2", "south").Unit("west").Unit("west1", "west").Unit("east"),
        ("north1", 20), ("north2", 20), ("north-gone", 15), ("south1", 20), ("south2", 20), ("west1", 40), ("east", 25));

    private static InventedOrganisation After()
    {
        var after = People(new HandMade().Unit("north").Unit("north1", "north").Unit("south").Unit("south1", "south").Unit("south2", "south").Unit("north2", "south")
            .Unit("west").Unit("west1", "west").Unit("west2", "west").Unit("east"),
            ("north1", 35), ("north2", 20), ("south1", 20), ("south2", 20), ("west1", 20), ("west2", 20), ("east", 25));
        return after with { Units = [.. after.Units.Select(u => u.Code == "east" ? u with { Name = "The Orient" } : u)] };
    }

    private static InventedOrganisation People(HandMade made, params (string Unit, int People)[] units)
    {
        foreach (var (unit, people) in units) made.People(unit, people, i => new Dictionary<string, int>(HandMade.Mixed(i)) { ["stay"] = 1 + i % 4 }).Silent(unit, 5);
        return made.Build();
    }

    private Task<JsonNode> Row(string unit, string period) => Service.Row($"trust?survey={_survey}&period={period}&where=unit:{unit}");

    private async Task<bool> Released(string unit, string period) => (await Row(unit, period)).Status() == "released";

    private async Task<string> Change(string of, string where) => Without(await Service.Row($"change?{of}&before=2026-09&after=2026-10&{where}&survey={_survey}"));

    private static string Without(JsonNode row)
    {
        row.AsObject().Remove("key");
        return row.ToJsonString();
    }
}
