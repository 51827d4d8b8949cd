using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.OData;

/// <summary>A copy that is kept by asking for what changed since the last time is the feed, whatever happened meanwhile.</summary>
public sealed class PullingWhatIsNew(string engine) : ServiceFixture(engine)
{
    private readonly Dictionary<string, JsonNode> _copy = [], _counts = [];
    private readonly List<string> _ids = [];
    private string _survey = "", _since = "";
    private string[] _units = [];

    [Test]
    public async Task A_copy_with_what_changed_put_in_and_what_was_removed_taken_out_is_the_feed()
    {
        await PutUnits(["a", "b", "c"]);
        _survey = await Service.Publish(Some.CustomerSurvey());
        var dice = new Random(20);
        await Answer(dice, 120);
        await Pull();
        Assert.That(_copy, Is.Not.Empty);
        for (var step = 0; step < 14; step++)
        {
            Service.Clock.Advance(TimeSpan.FromSeconds(1));
            switch (step % 7)
            {
                case 0: await Answer(dice, 3); break;
                case 1: await Erase(25); break;
                case 2: await PutUnits(step < 7 ? ["a", "c"] : ["a", "b"], parent: step < 7 ? null : "a"); break;
                case 3: await Publish(step); break;
                case 4: await Answer(dice, 40); break;
                case 5: await Erase(1_000); break;
                default: await Invite(); break;
            }
            if (dice.Next(2) == 0) await Service.Folded();
            await Pull();
            foreach (var (set, copy) in ((string, Dictionary<string, JsonNode>)[])[("Figures", _copy), ("ItemCounts", _counts)])
            {
                var all = (await Service.FeedRows(set)).ToDictionary(r => (string)r["key"]!);
                Assert.That(copy.Keys, Is.EquivalentTo(all.Keys), $"{set} after step {step}");
                foreach (var (key, row) in all) Assert.That(Figures(copy[key]), Is.EqualTo(Figures(row)), $"after step {step}");
            }
        }
    }

    [Test]
    public async Task A_quiet_period_is_not_pulled_again_and_one_that_was_answered_is()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Enumerable.Range(0, 20).Select(i => On(i % 2 == 0 ? "2026-03-10" : "2026-06-10")));
        await Service.Folded();
        var (all, since) = await Since(survey, null);
        Assert.That(await Since(survey, since), Is.EqualTo((all, since)), "Everything changed last when the survey was last counted.");
        Service.Clock.Advance(TimeSpan.FromMinutes(5));
        await Service.Store(survey, [On("2026-06-11")]);
        await Service.Folded();
        var rows = await Service.FeedRows($"Figures?$filter={Uri.EscapeDataString($"survey eq '{survey}' and updatedAt gt {since}")}");
        Assert.That(rows.Where(r => (string)r["indicator"]! != "inertia").Select(r => (string)r["from"]!).Distinct(), Is.EquivalentTo((string[])["2026-06-01", "2026-04-01", "2026-01-01"]));
    }

    [Test]
    public async Task A_unit_that_a_later_release_does_not_have_leaves_a_copy_of_the_quarter()
    {
        await PutUnits(["a", "b", "c"]);
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.StoreInvited(survey, Enumerable.Range(0, 80).Select(i => OfEmployee("2026-04-10", i % 2 == 0 ? "a" : "b")));
        await Service.Release("2026-04");
        await Pull();
        await PutUnits(["a", "c"]);
        Service.Clock.Advance(TimeSpan.FromMinutes(1));
        await Service.StoreInvited(survey, Enumerable.Range(0, 80).Select(i => OfEmployee("2026-05-10", i % 2 == 0 ? "a" : "c")));
        await Service.Release("2026-05");
        Assert.That(_copy.Values.Count(r => (string)r["survey"]! == survey && (string?)r["unit"] == "b" && (string)r["interval"]! == "quarter"), Is.Positive, "It was there.");
        await Pull();
        var all = await Service.FeedRows($"Figures?$filter={Uri.EscapeDataString($"survey eq '{survey}'")}");
        Assert.That(_copy.Where(r => (string)r.Value["survey"]! == survey).Select(r => r.Key), Is.EquivalentTo(all.Select(r => (string)r["key"]!)));
    }

    [Test]
    public async Task An_employees_dimension_with_thousands_of_listed_values_is_read_piece_by_piece()
    {
        await PutUnits([.. Enumerable.Range(0, 60).Select(i => $"u{i}")]);
        var definition = Some.EmployeeSurvey();
        definition["dimensions"] = new JsonArray(new JsonObject { ["name"] = "place", ["values"] = new JsonArray([.. Enumerable.Range(0, 4_000).Select(i => (JsonNode)$"p{i}")]) });
        var survey = await Service.PublishByCode(definition);
        await Service.StoreInvited(survey, Enumerable.Range(0, 30).Select(_ => OfEmployee("2026-06-10", "u1")));
        await Service.Release("2026-06");
        var page = await Service.Read.GetAsync($"/odata/Figures?$top=4010&$filter={Uri.EscapeDataString($"survey eq '{survey}' and indicator eq 'trust' and interval eq 'month'")}").Body();
        Assert.That(page["value"]!.AsArray().Select(r => (string?)r!["unit"]).Distinct(), Is.EqualTo(new[] { null, "u0" }));
    }

    [Test]
    public async Task Time_that_is_set_back_loses_no_change()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, [On("2026-03-10")]);
        await Service.Folded();
        var (_, since) = await Since(survey, null);
        Service.Clock.Advance(TimeSpan.FromHours(-1));
        await Service.Store(survey, [On("2026-03-10")]);
        Assert.That((await Since(survey, since)).Rows, Is.Positive, "Before it is folded.");
        await Service.Folded();
        Assert.That((await Since(survey, since)).Rows, Is.Positive);
        Service.Clock.Advance(TimeSpan.FromHours(1));
    }

    private static JsonObject OfEmployee(string day, string unit)
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = day + "T12:00:00Z";
        response["about"] = new JsonObject { ["unit"] = unit };
        return response;
    }

    private static JsonObject On(string day)
    {
        var response = Some.Response();
        response["answeredAt"] = day + "T12:00:00Z";
        return response;
    }

    private async Task<(int Rows, string Last)> Since(string survey, string? since)
    {
        var rows = await Service.FeedRows($"Figures?$filter={Uri.EscapeDataString($"survey eq '{survey}'" + (since is null ? "" : $" and updatedAt ge {since}"))}");
        return (rows.Count, rows.Select(r => (string)r["updatedAt"]!).DefaultIfEmpty("").Max()!);
    }

    /// <summary>Brings the copies up to date as a client does.</summary>
    private async Task Pull()
    {
        var filter = _since.Length == 0 ? "" : "?$filter=" + Uri.EscapeDataString($"updatedAt ge {_since}");
        var (figures, counts, removed) = (await Service.FeedRows("Figures" + filter), await Service.FeedRows("ItemCounts" + filter), await Service.FeedRows("Removed" + filter));
        foreach (var row in figures) _copy[(string)row["key"]!] = row;
        foreach (var row in counts) _counts[(string)row["key"]!] = row;
        foreach (var row in removed)
        {
            _copy.Remove((string)row["key"]!);
            // Counts of answers stand in the same cells.
            foreach (var gone in _counts.Where(c => CellOf(c.Value) == CellOf(row)).Select(c => c.Key).ToList()) _counts.Remove(gone);
        }
        _since = figures.Concat(removed).Select(r => (string)r["updatedAt"]!).Append(_since).Max(StringComparer.Ordinal)!;
    }

    private static string CellOf(JsonNode row) => string.Join('|', ((string[])["survey", "interval", "from", "unit", "dimension", "value"]).Select(c => row[c]?.ToJsonString()));

    private static string Figures(JsonNode row)
    {
        var copy = row.DeepClone().AsObject();
        copy.Remove("updatedAt");
        return copy.ToJsonString();
    }

    private async Task Answer(Random dice, int count)
    {
        var answers = Enumerable.Range(0, count).Select(_ =>
        {
            var response = On($"2026-{1 + dice.Next(3) * 2:D2}-{1 + dice.Next(28):D2}");
            response["about"] = new JsonObject { ["unit"] = dice.Next(3) == 0 ? _units[^1] : "a", ["channel"] = dice.Next(4) == 0 ? "desk" : "web", ["boardingArea"] = "A" };
            _ids.Add((string)response["id"]!);
            return response;
        }).ToList();
        await Service.Store(_survey, answers);
    }

    private async Task Erase(int count)
    {
        count = Math.Min(count, _ids.Count);
        foreach (var id in _ids.Take(count)) Assert.That((int)(await Service.Ingest.DeleteAsync($"/v1/responses/{id}")).StatusCode, Is.EqualTo(204));
        _ids.RemoveRange(0, count);
    }

    private async Task PutUnits(string[] units, string? parent = null)
    {
        _units = units;
        await Service.Admin.Put("/v1/units", new JsonObject
        {
            ["units"] = new JsonArray([.. units.Select(u => (JsonNode)new JsonObject { ["code"] = u, ["name"] = u, ["parent"] = u == parent ? null : parent, ["headcount"] = 100 })]),
        }).Body();
    }

    private async Task Publish(int step)
    {
        var next = Some.CustomerSurvey();
        next["items"]!.AsArray().Add(new JsonObject { ["code"] = $"more{step}", ["kind"] = "rating", ["text"] = "More", ["low"] = 1, ["high"] = 5, ["measures"] = step < 7 ? "satisfaction" : "effort" });
        await Service.Admin.Put($"/v1/surveys/{_survey}", next).Body(201);
    }

    private async Task Invite() => await Service.Admin.Put($"/v1/surveys/{_survey}/invitations", JsonNode.Parse("""{"invitations":[{"about":{"unit":"a","channel":"web"},"on":"2026-03-02","count":240}]}""")!).Body();
}
