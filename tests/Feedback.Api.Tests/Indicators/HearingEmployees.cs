using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>How many employees were invited and answered is told of released cells, and where neither those invited nor those silent can be told apart by a handful.</summary>
public sealed class HearingEmployees(string engine) : ServiceFixture(engine)
{
    /// <summary>Unit, the unit above, people, invited, answered by mail and at the kiosk in a month.</summary>
    private static readonly (string Code, string? Parent, int Heads, int Invited, int Mail, int Kiosk)[] Units =
    [
        ("north", null, 0, 0, 0, 0), ("n1", "north", 40, 40, 25, 0), ("n2", "north", 30, 30, 10, 15),
        ("south", null, 0, 0, 0, 0), ("s1", "south", 50, 50, 20, 0), ("s2", "south", 12, 12, 11, 0), ("s3", "south", 15, 15, 0, 0), ("s4", "south", 6, 0, 0, 0),
        ("east", null, 0, 0, 0, 0), ("e1", "east", 30, 30, 18, 0), ("e2", "east", 5, 5, 0, 0),
        ("west", null, 0, 0, 0, 0), ("w1", "west", 30, 0, 14, 0), ("w2", "west", 30, 25, 13, 0),
    ];

    private string _survey = "";

    [OneTimeSetUp]
    public async Task Release()
    {
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray([.. Units.Select(u => new JsonObject { ["code"] = u.Code, ["name"] = u.Code, ["parent"] = u.Parent, ["headcount"] = u.Heads })]) }).Body();
        _survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "employee",
            ["access"] = "code",
            ["dimensions"] = new JsonArray(new JsonObject { ["name"] = "channel", ["values"] = new JsonArray("mail", "kiosk", "fax") }),
            ["items"] = new JsonArray(new JsonObject { ["code"] = "rating", ["kind"] = "rating", ["low"] = 1, ["high"] = 5 }),
        });
        foreach (var month in (int[])[1, 2])
        {
            await Invite(month);
            await Service.StoreInvited(_survey, Units.SelectMany(u => Answers(month, u.Code, "mail", u.Mail).Concat(Answers(month, u.Code, "kiosk", u.Kiosk))));
            await Service.Release($"2026-0{month}");
        }
    }

    [Test]
    public async Task The_rate_is_that_of_invitations_and_answers()
    {
        var (invited, answered) = (Units.Sum(u => u.Invited), Units.Sum(u => u.Mail + u.Kiosk));
        var row = await Service.Row($"listening?survey={_survey}&period=2026-01");
        var parts = row["components"]!;
        Assert.That(row.Number("estimate"), Is.EqualTo(100.0 * answered / invited).Within(.05));
        Assert.That((invited, answered, row.Number("n"), parts.Number("invited"), parts.Number("answered")), Is.EqualTo((207, 126, 205.0, 205.0, 125.0)), "to the nearest five");
        Assert.That((parts["medianDays"], parts["ninetiethDays"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)), "no days of employees");
        Assert.That(parts.Number("channelCoverage"), Is.EqualTo(200.0 / 3).Within(.05), "mail and kiosk, not fax");
        Assert.That((parts.Number("unitCoverage"), parts.Number("silentUnitShare")), Is.EqualTo((87.5, 12.5)), "seven of eight: not s3, which nobody answered from; s4 and e2 are too small");
        var ofRegions = (await Service.Row($"listening?survey={_survey}&period=2026-01&level=1"))["components"]!;
        Assert.That((ofRegions.Number("unitCoverage"), ofRegions.Number("silentUnitShare")), Is.EqualTo((100.0, 0.0)));
        var ofSouth = (await Service.Row($"listening?survey={_survey}&period=2026-01&where=unit:south"))["components"]!;
        Assert.That(ofSouth.Number("unitCoverage"), Is.EqualTo(200.0 / 3).Within(.05), "s1 and s2");
        Assert.That(ofSouth["channelCoverage"], Is.Null, "a channel in a unit is a cell of two");
    }

    [TestCase("north", "released", "20 of 70 are silent")]
    [TestCase("n1", "withheld", "with all of the north it would tell how few of n2 are silent")]
    [TestCase("n2", "released", "5 of 30 are silent, which is not told")]
    [TestCase("south", "released", "46 of 77 are silent")]
    [TestCase("s1", "released", "27 others of the south were invited, 16 of them are silent")]
    [TestCase("s2", "released", "1 of 12 is silent, which is not told")]
    [TestCase("s3", "withheld", "nobody answered")]
    [TestCase("s4", "withheld", "nobody was invited")]
    [TestCase("east", "released", "17 of 35 are silent")]
    [TestCase("e1", "withheld", "only five others of the east were invited")]
    [TestCase("w1", "withheld", "nobody was invited")]
    [TestCase("w2", "released", "12 of 25 are silent")]
    [TestCase("west", "withheld", "27 answered of 25")]
    public async Task A_unit_is_shown_where_no_handful_is_told_apart(string unit, string status, string why)
    {
        var row = (await Service.Rows($"listening?survey={_survey}&period=2026-01&by=unit")).Single(r => (string?)r["unit"] == unit);
        Assert.That(row.Status(), Is.EqualTo(status), why);
        var filtered = await Service.Row($"listening?survey={_survey}&period=2026-01&where=unit:{unit}");
        Assert.That((filtered.Status(), filtered["estimate"]?.ToJsonString()), Is.EqualTo((status, row["estimate"]?.ToJsonString())));
    }

    [TestCase("n2", 66.7)]
    [TestCase("s2", 16.7)]
    public async Task Where_almost_all_answered_only_so_much_is_told(string unit, double least)
    {
        var row = await Service.Row($"listening?survey={_survey}&period=2026-01&where=unit:{unit}");
        Assert.That((row.Number("estimate"), row.Number("low"), row.Number("high"), (string?)row["bound"]), Is.EqualTo((least, least, 100.0, "atLeast")), "100 (1 - k / invited)");
        Assert.That(row["components"]!["answered"], Is.Null);
    }

    [Test]
    public async Task A_row_that_is_withheld_tells_nothing_of_why()
    {
        foreach (var query in (string[])["by=unit", "by=channel", "where=channel:nobody", "where=unit:nowhere", "by=unit,channel"])
        {
            var rows = (await Service.Rows($"listening?survey={_survey}&period=2026-01&{query}")).Where(r => r.Status() == "withheld").ToList();
            Assert.That(rows, Is.Not.Empty);
            Assert.That(rows.SelectMany(r => r["components"]!.AsObject().Select(c => c.Value).Append(r["n"]).Append(r["estimate"])), Is.All.Null);
        }
    }

    [Test]
    public async Task Invitations_that_change_later_change_no_release()
    {
        var before = await Service.Read.GetStringAsync($"/v1/indicators/listening?survey={_survey}&period=2026-01&by=unit");
        await Invite(1, factor: 2);
        Assert.That(await Service.Read.GetStringAsync($"/v1/indicators/listening?survey={_survey}&period=2026-01&by=unit"), Is.EqualTo(before));
    }

    [Test]
    public async Task Months_are_added_where_each_of_them_tells()
    {
        var month = await Service.Row($"listening?survey={_survey}&period=2026-01");
        var quarter = await Service.Row($"listening?survey={_survey}&period=2026-Q1");
        Assert.That(quarter.Number("n"), Is.EqualTo(2 * Units.Sum(u => u.Invited)).Within(2.5));
        Assert.That(quarter.Number("estimate"), Is.EqualTo(month.Number("estimate")));
        var units = (await Service.Rows($"listening?survey={_survey}&period=2026-Q1&by=unit")).ToDictionary(r => (string)r["unit"]!, r => r.Status());
        Assert.That((units["north"], units["n1"], units["s2"]), Is.EqualTo(("released", "withheld", "withheld")), "fewer than k of s2 are silent in each");
        Assert.That((await Service.Rows($"listening?survey={_survey}&interval=month")).Select(r => (string?)r["from"]), Is.EqualTo(new[] { "2026-01-01", "2026-02-01" }));
    }

    private Task Invite(int month, int factor = 1) => Service.Admin.Put($"/v1/surveys/{_survey}/invitations", new JsonObject
    {
        ["invitations"] = new JsonArray([.. Units.Where(u => u.Invited > 0).Select(u => new JsonObject { ["about"] = new JsonObject { ["unit"] = u.Code }, ["on"] = $"2026-0{month}-02", ["count"] = factor * u.Invited })]),
    }).Body();

    private static IEnumerable<JsonNode> Answers(int month, string unit, string channel, int count) => Enumerable.Range(0, count).Select(_ => (JsonNode)new JsonObject
    {
        ["answeredAt"] = $"2026-0{month}-10T12:00:00Z",
        ["about"] = new JsonObject { ["unit"] = unit, ["channel"] = channel },
        ["answers"] = new JsonObject { ["rating"] = 4 },
    });
}
