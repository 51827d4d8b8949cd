using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Periods;

/// <summary>Between two periods a team moves from one department to another: both are other units now, and nobody compares them with what they were.</summary>
public sealed class MovingUnits(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Departments = [.. "abcdefghijkl".Select(d => d.ToString())];

    private static readonly string[] Teams = [.. Departments.SelectMany(d => new[] { d + "1", d + "2" }), "a3"];

    private string _survey = "";

    [OneTimeSetUp]
    public async Task ReleaseTwoMonths()
    {
        _survey = await Service.Publish(Pulse.Survey());
        var customers = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["items"] = new JsonArray(new JsonObject { ["code"] = "rating", ["kind"] = "rating", ["low"] = 1, ["high"] = 5, ["measures"] = "satisfaction" }),
        });
        foreach (var (month, holder) in new[] { ("2026-01", "a"), ("2026-02", "b") })
        {
            await Service.Admin.Put("/v1/units", Pulse.Units([.. Departments.Select(d => (d, (string?)null)), .. Teams.Select(t => (t, (string?)(t == "a2" ? holder : t[..1])))])).Body();
            await Service.StoreInvited(_survey, Teams.SelectMany((team, place) => Pulse.People(30, month, team, candour: 1 + place % 5)));
            await Service.Store(customers, Teams.SelectMany((team, place) => Enumerable.Range(0, 12).Select(i => new JsonObject
            {
                ["answeredAt"] = month + "-10T12:00:00Z",
                ["about"] = new JsonObject { ["unit"] = team },
                ["answers"] = new JsonObject { ["rating"] = 1 + (i + place) % 5 },
            })));
            await Service.Release(month);
        }
    }

    [Test]
    public async Task Its_change_is_withheld_for_both_and_shown_of_the_others()
    {
        var rows = await Service.Rows($"change?of=trust&survey={_survey}&before=2026-01&after=2026-02&by=unit");
        Assert.That(rows.Where(r => r.Status() == "withheld").Select(r => (string?)r["unit"]), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(rows.Where(r => r.Status() == "released").Select(r => (string?)r["unit"]), Is.EquivalentTo(Teams.Concat(Departments[2..])));
        Assert.That((await Service.Row($"change?of=trust&survey={_survey}&before=2026-01&after=2026-02")).Status(), Is.EqualTo("released"), "everybody is everybody");
        foreach (var (unit, status) in new[] { ("a", "withheld"), ("b", "withheld"), ("c", "released"), ("a2", "released") })
            Assert.That((await Service.Row($"change?of=trust&survey={_survey}&before=2026-01&after=2026-02&where=unit:{unit}")).Status(), Is.EqualTo(status), unit);
    }

    [Test]
    public async Task Each_period_is_served_under_the_tree_it_was_released_with()
    {
        foreach (var (month, a, b) in new[] { ("2026-01", 90, 60), ("2026-02", 60, 90) })
        {
            var rows = await Service.Rows($"trust?survey={_survey}&period={month}&by=unit");
            Assert.That(((string[])["a", "b", "c"]).Select(unit => (int?)rows.Single(r => (string?)r["unit"] == unit)["n"]), Is.EqualTo(new int?[] { a, b, 60 }), month);
        }
    }

    [Test]
    public async Task The_quarter_adds_only_what_stayed_the_same()
    {
        var rows = await Service.Rows($"trust?survey={_survey}&period=2026-Q1&by=unit");
        Assert.That(rows.Select(r => ((string)r["unit"]!, (int?)r["n"])), Is.EquivalentTo(
            Departments.Select(d => (d, d is "a" or "b" ? (int?)null : 120)).Concat(Teams.Select(team => (team, (int?)60)))));
        Assert.That((int?)(await Service.Row($"trust?survey={_survey}&period=2026-Q1"))["n"], Is.EqualTo(60 * Teams.Length));
    }

    [Test]
    public async Task Inertia_leaves_both_out()
    {
        Assert.That((int?)(await Service.Row($"inertia?survey={_survey}&period=2026-02&level=1&threshold=100"))["n"], Is.EqualTo(4 * (Departments.Length - 2)), "four items of each of the others");
        Assert.That((int?)(await Service.Row($"inertia?survey={_survey}&period=2026-02&threshold=100"))["n"], Is.EqualTo(4 * Teams.Length), "teams stayed what they were");
    }

    [Test]
    public async Task Alignment_takes_of_both_the_last_period_alone()
    {
        foreach (var (query, units, pairs) in new[] { ("", Teams.Length, 2 * Teams.Length), ("&level=1", Departments.Length, 2 * Departments.Length - 2) })
        {
            var row = await Service.Row($"alignment?audience=employee&measure=trust&with=satisfaction{query}");
            Assert.That((row.Status(), (int?)row["n"], (int?)row["components"]!["unitWaves"]), Is.EqualTo(("released", (int?)units, (int?)pairs)), query);
        }
    }
}
