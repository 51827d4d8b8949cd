using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Warnings;

/// <summary>What customers write about, week by week: eight quiet weeks, then a queue in the south. Today is 2026-11-21, a Saturday.</summary>
public sealed class WatchingTopicsOfCustomers(string engine) : ServiceFixture(engine)
{
    private static readonly DateOnly First = new(2026, 9, 14);
    private static readonly int[] North = [4, 3, 5, 4, 4, 5, 3, 4, 5], South = [2, 3, 1, 2, 2, 3, 1, 2, 17];

    private string _survey = "";

    [OneTimeSetUp]
    public async Task StoreTheAnswers()
    {
        await Mentioning.PutUnits(Service);
        _survey = await Service.Publish(Mentioning.Survey("customer"));
        // The ninth week is that of 9 November; the one after it has not ended.
        await Service.Store(_survey, North.SelectMany((_, week) => (IEnumerable<JsonNode>)
            [.. Mentioning.People("north", First.AddDays(7 * week + 2), 12, North[week]), .. Mentioning.People("south", First.AddDays(7 * week + 6), 20, South[week], "phone"), .. Mentioning.People(null, First.AddDays(7 * week), 3, 1)])
            .Concat(Mentioning.People("north", new DateOnly(2026, 11, 17), 40, 40)));
    }

    [Test]
    public async Task A_topic_that_many_more_mention_in_the_last_whole_week_is_an_alarm()
    {
        var rows = await Service.Warnings($"survey={_survey}&topic=waiting");
        var expected = CountAlarm(17, South[..8]);
        Assert.That(rows.Select(r => ((string?)r["stream"], (string?)r["unit"])), Is.EqualTo(new[]
        {
            ("all/topic:waiting", null), ("north/topic:waiting", "north"), ("south/topic:waiting", "south"), ("top/topic:waiting", "top"), ("west/topic:waiting", "west"),
        }));
        var south = rows[2];
        Assert.That(((string?)south["audience"], (string?)south["from"], (string?)south["to"], (string?)south["since"]), Is.EqualTo(("customer", "2026-11-09", "2026-11-16", "2026-11-09")));
        Assert.That((south.Number("observed"), south.Number("expected"), (string?)south["method"], (bool?)south["alarm"], south.Status()), Is.EqualTo((17.0, 3.0, "poisson", (bool?)true, "released")));
        Assert.That(south.Number("p"), Is.EqualTo(expected).Within(1e-12));
        Assert.That((south["indicator"], south["lead"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
        Assert.That(rows[0].Number("observed"), Is.EqualTo(17 + 5 + 1), "those without a unit count for everybody");
        Assert.That(rows[3].Number("observed"), Is.EqualTo(17 + 5), "a unit has everything below it");
    }

    [Test]
    public async Task Fewer_than_k_mentions_are_withheld_and_count_in_the_family()
    {
        var rows = await Service.Warnings($"survey={_survey}");
        var topics = rows.Where(r => r["topic"] is not null).ToList();
        var quiet = topics.Single(r => (string?)r["stream"] == "north/topic:waiting");
        foreach (var column in (string[])["observed", "expected", "method", "p", "pAdjusted", "alarm", "since", "lead"]) Assert.That(quiet[column], Is.Null, column);
        Assert.That(quiet.Status(), Is.EqualTo("withheld"), "five");
        // Every topic of four units and everybody, those that nobody mentioned with p = 1.
        var family = topics.Count;
        Assert.That(family % 5, Is.Zero);
        var p = topics.Where(r => r["p"] is not null).Select(r => r.Number("p")).Concat(Enumerable.Repeat(CountAlarm(5, North[..8]), 1)).ToList();
        var adjusted = FalseDiscovery.Adjust([.. p, .. Enumerable.Repeat(1.0, family - p.Count)]);
        var south = topics.Single(r => (string?)r["stream"] == "south/topic:waiting");
        Assert.That(south.Number("pAdjusted"), Is.EqualTo(adjusted[p.IndexOf(south.Number("p"))]).Within(1e-12));
    }

    [Test]
    public async Task What_is_picked_changes_no_figure()
    {
        var all = await Service.Warnings($"survey={_survey}");
        foreach (var (query, isPicked) in new (string, Func<JsonNode, bool>)[]
        {
            ("topic=waiting", r => (string?)r["topic"] == "waiting"),
            ("where=unit:south", r => (string?)r["unit"] == "south"),
            ("alarm=true", r => (bool?)r["alarm"] == true),
            ("alarm=false", r => (bool?)r["alarm"] == false),
            ("indicator=satisfaction", r => (string?)r["indicator"] == "satisfaction"),
            ("where=unit:south&topic=waiting&alarm=true", r => (string?)r["stream"] == "south/topic:waiting"),
            ("topic=price", r => (string?)r["topic"] == "price"),
            ("where=unit:nowhere", _ => false),
            ("indicator=trust", _ => false),
        })
        {
            Assert.That((await Service.Warnings($"survey={_survey}&{query}")).Select(r => r.ToJsonString()), Is.EqualTo(all.Where(isPicked).Select(r => r.ToJsonString())), query);
        }
    }

    [Test]
    public async Task The_last_week_ends_by_the_day_that_is_asked_for()
    {
        var week = (await Service.Warnings($"survey={_survey}&to=2026-11-15&where=unit:south&topic=waiting")).Single();
        Assert.That(((string?)week["from"], week.Status()), Is.EqualTo(("2026-11-02", "withheld")), "two people");
        var month = (await Service.Warnings($"survey={_survey}&period=2026-10&topic=waiting"))[0];
        Assert.That((string?)month["to"], Is.EqualTo("2026-10-26"), "the last week that October holds whole");
        Assert.That(await Service.Warnings($"survey={_survey}&to=2026-09-14"), Is.Empty, "before the first answer");
        var few = (await Service.Warnings($"survey={_survey}&to=2026-10-05&topic=waiting&where=unit:south&alarm=true"));
        Assert.That(few, Is.Empty);
    }

    [Test]
    public async Task A_dimension_cuts_what_is_counted()
    {
        var phone = await Service.Warnings($"audience=customer&survey={_survey}&where=channel:phone&topic=waiting");
        Assert.That(phone.Select(r => r["observed"]?.GetValue<double>()), Is.EqualTo(new double?[] { 17, null, 17, 17, null }));
        await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&where=colour:red").Problem(400, "unknown_dimension");
    }

    [Test]
    public async Task The_indicator_has_the_same_streams_with_their_intervals()
    {
        var listed = (await Service.Warnings($"survey={_survey}&where=unit:south&topic=waiting")).Single();
        var row = (await Service.Rows($"early-warning?survey={_survey}&measure=topic:waiting&by=unit")).Single(r => (string?)r["unit"] == "south");
        Assert.That(((string?)row["stream"], row.Number("n")), Is.EqualTo(((string?)listed["stream"], 17.0)));
        Assert.That(row.Number("estimate"), Is.EqualTo(17 / 3.0).Within(1e-12));
        Assert.That((row.Number("low"), row.Number("high")), Is.EqualTo((17 / 3.0 * .58, 17 / 3.0 * 1.6)).Using<(double, double)>((a, b) => Math.Abs(a.Item1 - b.Item1) < .1 && Math.Abs(a.Item2 - b.Item2) < .2), "Garwood's limits of 17 are 9.9 and 27.2");
        foreach (var name in (string[])["expected", "p", "pAdjusted", "method", "alarm"]) Assert.That(JsonNode.DeepEquals(row["components"]![name], listed[name]), name);
        foreach (var query in (string[])["measure=topic:waiting&where=unit:south", "measure=topic:waiting&level=2"])
        {
            var same = (await Service.Rows($"early-warning?survey={_survey}&{query}")).Single(r => (string?)r["stream"] == "south/topic:waiting");
            Assert.That(same["components"]!.ToJsonString(), Is.EqualTo(row["components"]!.ToJsonString()), query);
        }
        Assert.That((await Service.Rows($"early-warning?survey={_survey}&measure=topics")).Select(r => (string?)r["stream"]), Has.Some.EqualTo("all/topic:waiting").And.All.StartWith("all/topic:"));
        Assert.That((await Service.Row($"early-warning?survey={_survey}&measure=topic:waiting&interval=month")).Status(), Is.EqualTo("insufficient"), "one month before October");
        await Service.Read.GetAsync($"/v1/indicators/early-warning?survey={_survey}&measure=topic:nothing").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/indicators/trust?survey={_survey}&measure=topics").Problem(400, "unknown_parameter");
    }

    [Test]
    public async Task What_is_not_understood_is_refused()
    {
        foreach (var query in (string[])["audience=everybody", "to=tomorrow", "period=soon", "to=2026-11-01&period=2026-10", "alarm=maybe", "where=unit", "where=unit:a&where=unit:b", "topic=a&topic=b", "topic=", "topic=nothing", "indicator=", "indicator=nothing", "indicator=item:sat", "audience=employee&survey=" + _survey])
            await Service.Read.GetAsync($"/v1/early-warnings?{(query.Contains("audience") ? "" : $"survey={_survey}&")}{query}").Problem(400, "invalid_parameter");
        await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&from=2026-10-01").Problem(400, "unknown_parameter");
        await Service.Read.GetAsync("/v1/early-warnings?survey=nowhere").Problem(404, "unknown_survey");
        await Service.Ingest.GetAsync("/v1/early-warnings").Problem(403, "forbidden_scope");
    }

    [Test]
    public async Task Pages_hold_every_row_once()
    {
        var all = await Service.Warnings($"survey={_survey}");
        var (found, cursor) = (new List<string>(), "");
        do
        {
            var page = await Service.Read.GetAsync($"/v1/early-warnings?survey={_survey}&limit=7{cursor}").Body();
            found.AddRange(page["value"]!.AsArray().Select(r => r!.ToJsonString()));
            cursor = (string?)page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.That(found, Is.EqualTo(all.Select(r => r.ToJsonString())));
    }

    private static double CountAlarm(long count, int[] weeks) =>
        (double)new EarlyWarning().Volume(new VolumeStream("s", Math.Max(count, 2), [.. weeks.Select(w => (long)w)]), new Terms(Audience.Customer, 2)).Components["p"]!;
}
