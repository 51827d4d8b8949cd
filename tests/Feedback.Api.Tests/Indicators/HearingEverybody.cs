using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>How many were invited, who of them answered, where and how soon.</summary>
public sealed class HearingEverybody(string engine) : ServiceFixture(engine)
{
    private static readonly (string Code, string? Parent, int? Headcount)[] Units =
        [("region", null, 12), ("a", "region", 40), ("b", "region", 35), ("c", "region", 25), ("d", null, 30), ("e", null, 6), ("f", null, null)];

    private static readonly string[] Channels = ["mail", "kiosk", "phone", "fax"];

    /// <summary>Invitations went out on Mondays from 2026-03-02 to 2026-05-25.</summary>
    private readonly List<(DateOnly On, string? Unit, string? Channel, int Count)> _invited = [];

    private readonly List<(DateOnly Day, string? Unit, string? Channel, int? Delay)> _answers = [];

    private string _customers = "";

    [OneTimeSetUp]
    public async Task InviteAndAnswer()
    {
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray([.. Units.Select(u => new JsonObject { ["code"] = u.Code, ["name"] = u.Code, ["parent"] = u.Parent, ["headcount"] = u.Headcount })]) }).Body();
        var random = new Random(3);
        for (var week = 0; week < 13; week++)
        {
            var monday = new DateOnly(2026, 3, 2).AddDays(7 * week);
            foreach (var (unit, channel, count) in (List<(string?, string?, int)>)[("a", "mail", 30), ("b", "mail", 25), ("b", "kiosk", 8), ("d", "phone", 2), (null, "mail", 5)]) _invited.Add((monday, unit, channel, count));
            for (var i = 0; i < 18; i++)
            {
                var delay = Math.Min(random.Next(0, 12), random.Next(0, 12));
                _answers.Add((monday.AddDays(delay), i % 9 == 8 ? null : i % 3 == 0 ? "b" : "a", i % 9 == 3 ? "kiosk" : i % 6 == 5 ? null : "mail", i % 5 == 0 ? null : delay));
            }
        }
        for (var i = 0; i < 6; i++) _answers.Add((new DateOnly(2026, 4, 7 + i), "c", "phone", null));
        _customers = await Publish();
    }

    [Test]
    public async Task The_figure_is_that_of_invitations_and_answers()
    {
        Same(await Service.Row($"listening?survey={_customers}"), _ => true);
        var parts = (await Service.Row($"listening?survey={_customers}"))["components"]!;
        Assert.That((double?)parts["channelCoverage"], Is.EqualTo(50), "mail and kiosk of four");
        Assert.That((double?)parts["unitCoverage"], Is.EqualTo(40), "a and b, not c, d and the region; e is too small, f not known");
        Assert.That((long?)parts["medianDays"], Is.EqualTo(_answers.Where(a => a.Delay is not null).Select(a => a.Delay!.Value).Order().ElementAt((_answers.Count(a => a.Delay is not null) - 1) / 2)));
    }

    [Test]
    public async Task Units_of_a_level_hold_those_below()
    {
        var parts = (await Service.Row($"listening?survey={_customers}&level=1"))["components"]!;
        Assert.That(((double?)parts["unitCoverage"], (double?)parts["silentUnitShare"]), Is.EqualTo(((double?)50, (double?)50)), "the region with a, b and c, but not d");
        await Service.Read.GetAsync($"/v1/indicators/listening?survey={_customers}&level=1&by=unit").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task A_breakdown_has_rows_of_those_who_stay_silent()
    {
        var rows = await Service.Rows($"listening?survey={_customers}&by=unit");
        Assert.That(rows.Select(r => (string?)r["unit"]), Is.EqualTo(new[] { null, "a", "b", "c", "d" }));
        foreach (var row in rows) Same(row, v => v.Unit == (string?)row["unit"], unit: (string?)row["unit"] ?? "-");
        Assert.That(rows[3].Status(), Is.EqualTo("withheld"), "six answered and nobody was invited");
        Assert.That((rows[4].Status(), rows[4].Number("estimate"), (long?)rows[4]["n"]), Is.EqualTo(("released", 0.0, (long?)26)), "all of d stay silent");
        foreach (var row in await Service.Rows($"listening?survey={_customers}&by=channel")) Same(row, v => v.Channel == (string?)row["channel"], channel: (string?)row["channel"] ?? "-");
    }

    [Test]
    public async Task Filters_hold_for_invitations_and_answers()
    {
        Same(await Service.Row($"listening?survey={_customers}&where=channel:mail"), v => v.Channel == "mail", channel: "mail");
        var row = await Service.Row($"listening?survey={_customers}&where=unit:region");
        Assert.That((long?)row["n"], Is.EqualTo(_invited.Where(i => i.Unit is "a" or "b").Sum(i => i.Count)));
        Assert.That((double?)row["components"]!["unitCoverage"], Is.EqualTo(50), "a and b of four");
        Same(await Service.Row($"listening?survey={_customers}&from=2026-03-10&to=2026-04-20"), v => v.Day >= new DateOnly(2026, 3, 10) && v.Day < new DateOnly(2026, 4, 20));
    }

    [Test]
    public async Task A_series_goes_from_the_first_to_the_last_with_either()
    {
        var rows = await Service.Rows($"listening?survey={_customers}&interval=week");
        var first = new DateOnly(2026, 3, 2);
        var last = _answers.Max(a => a.Day);
        Assert.That(rows.Select(r => (string?)r["from"]), Is.EqualTo(Enumerable.Range(0, (last.DayNumber - first.DayNumber) / 7 + 1).Select(w => first.AddDays(7 * w).Day())));
        foreach (var row in rows)
        {
            var (from, to) = (DateOnly.Parse((string)row["from"]!, null), DateOnly.Parse((string)row["to"]!, null));
            Same(row, v => v.Day >= from && v.Day < to);
        }
        Assert.That(rows.Select(r => r.Status()), Does.Contain("released"));
        var ofD = await Service.Rows($"listening?survey={_customers}&interval=month&where=unit:d");
        Assert.That(ofD.Select(r => ((string?)r["from"], r.Status())), Is.EqualTo(new[] { ("2026-03-01", "released"), ("2026-04-01", "withheld"), ("2026-05-01", "withheld") }), "10, 8 and 8 were invited, nobody answered");
        Assert.That((await Service.Rows($"listening?survey={_customers}&interval=month&by=unit")).Count(r => (string?)r["unit"] == "d"), Is.EqualTo(3));
    }

    [Test]
    public async Task Surveys_are_combined_and_nobody_invited_is_undefined()
    {
        var open = await Service.Publish(Survey());
        await Service.Store(open, _answers.Take(40).Select(a => Response(a)));
        var row = await Service.Row($"listening?survey={open}");
        Assert.That((row.Status(), (long?)row["n"], row["estimate"]), Is.EqualTo(("undefined", (long?)40, (JsonNode?)null)));
        Assert.That((long?)row["components"]!["answered"], Is.EqualTo(40));
        var both = await Service.Row($"listening?survey={open}&survey={_customers}");
        Assert.That(((long?)both["components"]!["answered"], (long?)both["n"]), Is.EqualTo(((long?)(_answers.Count + 40), (long?)_invited.Sum(i => i.Count))));
    }

    [Test]
    public async Task Csv_has_the_same_rows_and_every_column()
    {
        var rows = await Service.Rows($"listening?survey={_customers}&by=unit");
        var lines = (await Service.Read.GetStringAsync($"/v1/indicators/listening?survey={_customers}&by=unit&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Does.EndWith(string.Join(',', new Listening().Components.Select(c => "components." + c))));
        Assert.That(lines.Skip(1).Select(l => l.Split(',')[0]), Is.EqualTo(rows.Select(r => (string?)r["key"])));
        Assert.That(rows.Select(r => r["components"]!.AsObject().Select(c => c.Key)), Is.All.EqualTo(new Listening().Components));
        await Service.Read.GetAsync($"/v1/indicators/listening?survey={_customers}&measure=trust").Problem(400, "unknown_parameter");
    }

    private async Task<string> Publish()
    {
        var survey = await Service.Publish(Survey());
        await Service.Store(survey, _answers.Select(a => Response(a)));
        await Service.Admin.Put($"/v1/surveys/{survey}/invitations", new JsonObject
        {
            ["invitations"] = new JsonArray([.. _invited.Select(i => new JsonObject { ["about"] = new JsonObject { ["unit"] = i.Unit, ["channel"] = i.Channel }, ["on"] = i.On.Day(), ["count"] = i.Count })]),
        }).Body();
        return survey;
    }

    private static JsonObject Survey() => new()
    {
        ["audience"] = "customer",
        ["dimensions"] = new JsonArray(new JsonObject { ["name"] = "channel", ["values"] = new JsonArray([.. Channels.Select(c => (JsonNode)c)]) }),
        ["items"] = new JsonArray(new JsonObject { ["code"] = "rating", ["kind"] = "rating", ["low"] = 1, ["high"] = 5 }),
    };

    private static JsonObject Response((DateOnly Day, string? Unit, string? Channel, int? Delay) answer)
    {
        var response = new JsonObject
        {
            ["answeredAt"] = answer.Day.Day() + "T12:00:00Z",
            ["about"] = new JsonObject { ["unit"] = answer.Unit, ["channel"] = answer.Channel },
            ["answers"] = new JsonObject { ["rating"] = 4 },
        };
        if (answer.Delay is { } delay) response["invitedOn"] = answer.Day.AddDays(-delay).Day();
        return response;
    }

    /// <summary>Compares a row with what the library makes of the invitations and answers of those meant.</summary>
    private void Same(JsonNode row, Func<(DateOnly Day, string? Unit, string? Channel), bool> among, string? unit = null, string? channel = null)
    {
        var answers = _answers.Where(a => among((a.Day, a.Unit, a.Channel))).ToList();
        var terms = new Terms(Audience.Customer, 10);
        var expected = Feedback.Indicators.Anonymity.Release(new Listening().Of(new ListeningCounts(
            _invited.Where(i => among((i.On, i.Unit, i.Channel))).Sum(i => i.Count), answers.Count,
            Channels.Where(c => channel is null || c == channel).ToDictionary(c => c, c => answers.LongCount(a => a.Channel == c)),
            [.. Units.Where(u => u.Headcount is not null && (unit is null || u.Code == unit)).Select(u => ((long)u.Headcount!, answers.LongCount(a => a.Unit == u.Code)))],
            answers.Where(a => a.Delay is not null).GroupBy(a => a.Delay!.Value).ToDictionary(d => d.Key, d => d.LongCount())), terms), new Listening(), terms).Value;
        Assert.That((row.Status(), (long?)row["n"]), Is.EqualTo((expected.Status.ToString().ToLowerInvariant(), expected.N)), row.ToJsonString());
        foreach (var (name, value) in (List<(string, double?)>)[("estimate", expected.Estimate), ("low", expected.Low), ("high", expected.High)]) Assert.That((double?)row[name], Is.EqualTo(value).Within(1e-9), name);
        foreach (var (name, value) in expected.Components) Assert.That((double?)row["components"]![name], Is.EqualTo(value is null ? null : Convert.ToDouble(value, null)).Within(1e-9), name);
    }
}
