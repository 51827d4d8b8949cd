using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>The indicator change between two periods or two groups.</summary>
public sealed class ComparingPeriods(string engine) : ServiceFixture(engine)
{
    private const string Before = "before=2024-Q1", After = "after=2024-04-01..2024-07-01";

    private static readonly int[] Early = [.. Times(20, 9), .. Times(15, 3), .. Times(25, 7)];
    private static readonly int[] Late = [.. Times(40, 9), .. Times(10, 3), .. Times(30, 7)];

    private static readonly string[] Touchpoints = ["desk", "gate", "wifi", "parking", "signs", "shops", "lounge", "taxi"];

    private readonly List<(string Channel, int Quarter, int Ease)> _eased = [];
    private string _survey = "";

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        _survey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["dimensions"] = new JsonArray("channel"),
            ["items"] = new JsonArray([
                Rating("nps", 0, 10, "recommend"), Rating("sat", 1, 5, "satisfaction"), Rating("ease", 1, 7, "effort"), Rating("friendly", 1, 5, null),
                Choice("used", multiple: true, "wifi", "lounge"), Choice("way", multiple: false, "car", "bus", "train", "bike", "foot"),
                .. Touchpoints.Select(t => Rating(t, 1, 5, "experience", t))]),
        });
        var random = new Random(11);
        foreach (var (channel, shift) in new[] { ("web", 0), ("app", -2), ("phone", 0) })
        {
            for (var i = 0; i < 120; i++) _eased.Add((channel, i % 2, Math.Clamp(random.Next(2, 8) + (i % 2) * shift, 1, 7)));
        }
        await Service.Store(_survey,
        [
            .. Early.Select(v => Answer(0, null, "nps", v)), .. Late.Select(v => Answer(1, null, "nps", v)),
            .. Times(12, 3).Select(v => Answer(0, null, "sat", v)), .. Times(14, 2).Select(v => Answer(1, null, "sat", v)),
            .. _eased.Select(e => Answer(e.Quarter, e.Channel, "ease", e.Ease)),
            .. Times(9, 5).Select(v => Answer(0, "kiosk", "ease", v)), .. Times(30, 5).Select(v => Answer(1, "kiosk", "ease", v)),
            .. Friendly("web", "app").Select(f => Answer(0, f.Channel, "friendly", f.Value)), .. Friendly("web", "app", "phone", "kiosk").Select(f => Answer(1, f.Channel, "friendly", f.Value)),
            .. Times(20, 1).Select(_ => Answer(0, null, "used", "wifi", "lounge")), .. Times(30, 1).Select(_ => Answer(0, null, "used", "lounge")),
            .. Times(44, 1).Select(_ => Answer(1, null, "used", "wifi")), .. Times(36, 1).Select(_ => Answer(1, null, "used", "lounge")),
            .. Ways(0, ("car", 30), ("bus", 20), ("train", 6), ("bike", 7)), .. Ways(1, ("car", 25), ("bus", 40), ("train", 9), ("foot", 8)), .. Ways(2, ("car", 30), ("bus", 20), ("train", 30), ("foot", 8), ("bike", 3)),
            .. Enumerable.Range(0, 80).SelectMany(i => Touchpoints.Select((t, place) => Answer(i % 2, null, t, 2 + (i / 2 + place) % 3))),
        ]);
        await Service.Admin.Put("/v1/units", Guests.Units).Body();
    }

    [Test]
    public async Task A_net_figure_moves_as_the_reference_file_has_it()
    {
        var row = await Service.Row($"change?survey={_survey}&of=recommend&{Before}&{After}");
        Assert.That(row.Number("estimate"), Is.EqualTo(29.166666666666664).Within(1e-9));
        Assert.That(row.Number("low"), Is.EqualTo(4.587887921155154).Within(1e-6));
        Assert.That(row.Number("high"), Is.EqualTo(52.66462536210524).Within(1e-6));
        Assert.That((int)row["n"]!, Is.EqualTo(140));
        Assert.That(row["components"]!.Number("p"), Is.EqualTo(0.017237138473907707).Within(1e-6));
        Assert.That((bool)row["components"]!["notable"]!, Is.True);
        Assert.That(((string?)row["from"], (string?)row["to"]), Is.EqualTo(("2024-04-01", "2024-07-01")));
    }

    [Test]
    public async Task A_share_moves_as_the_reference_file_has_it()
    {
        var row = await Service.Row($"change?survey={_survey}&of=satisfaction&{Before}&{After}");
        Assert.That(row.Number("low"), Is.EqualTo(-24.249400665524078).Within(1e-6));
        Assert.That(row.Number("high"), Is.EqualTo(21.531080273763575).Within(1e-6));
        Assert.That(row["components"]!.Number("p"), Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public async Task A_mean_moves_by_Welch_and_all_rows_are_one_family()
    {
        var rows = await Service.Rows($"change?survey={_survey}&of=effort&{Before}&{After}&by=channel");
        Assert.That(rows.Select(r => (string?)r["channel"]), Is.EqualTo(new[] { null, "app", "kiosk", "phone", "web" }));
        var compared = rows.Where(r => r.Status() == "released").ToList();
        Assert.That(compared.Select(r => (string?)r["channel"]), Is.EqualTo(new[] { "app", "phone", "web" }));
        foreach (var row in compared)
        {
            var welch = Welch.Of(Eased((string)row["channel"]!, 1), Eased((string)row["channel"]!, 0))!;
            Assert.That(row.Number("estimate"), Is.EqualTo(welch.Difference.Value).Within(1e-9));
            Assert.That(row.Number("low"), Is.EqualTo(welch.Difference.Low).Within(1e-9));
            var parts = row["components"]!;
            Assert.That((parts.Number("p"), parts.Number("t"), parts.Number("df"), parts.Number("hedgesG")),
                Is.EqualTo((welch.P, welch.T, welch.Df, welch.HedgesG)).Using<double>((a, b) => Math.Abs(a - b) < 1e-9));
            Assert.That(((int)parts["nBefore"]!, (int)parts["nAfter"]!), Is.EqualTo((60, 60)));
        }
        var adjusted = FalseDiscovery.Adjust([.. compared.Select(r => r["components"]!.Number("p"))]);
        Assert.That(compared.Select(r => r["components"]!.Number("pAdjusted")), Is.EqualTo(adjusted).Within(1e-12));
        Assert.That((bool)compared[0]["components"]!["notable"]!, Is.True, "the app fell by two answers");
        Assert.That((bool)compared[2]["components"]!["notable"]!, Is.False, "the web did not move");
    }

    [Test]
    public async Task A_page_changes_no_p()
    {
        var query = $"change?survey={_survey}&of=effort&{Before}&{After}&by=channel";
        var all = await Service.Rows(query);
        var second = (await Service.Indicator(query + "&limit=2"))["value"]!.AsArray()[1]!;
        Assert.That(second.ToJsonString(), Is.EqualTo(all[1].ToJsonString()));
    }

    [Test]
    public async Task A_side_below_k_withholds_the_row()
    {
        var row = (await Service.Rows($"change?survey={_survey}&of=effort&{Before}&{After}&by=channel")).Single(r => (string?)r["channel"] == "kiosk");
        Assert.That((row.Status(), row["n"], row["estimate"]), Is.EqualTo(("withheld", (JsonNode?)null, (JsonNode?)null)));
        Assert.That(row["components"]!.AsObject().Select(c => c.Value), Is.All.Null);
        Assert.That(row["components"]!.AsObject().Select(c => c.Key), Is.SupersetOf(new[] { "before", "after", "nBefore", "nAfter", "p", "pAdjusted", "notable" }));
    }

    [Test]
    public async Task Two_groups_are_compared_in_one_range()
    {
        var row = await Service.Row($"change?survey={_survey}&of=effort&before=channel:web&after=channel:app&period=2024-Q2");
        var welch = Welch.Of(Eased("app", 1), Eased("web", 1))!;
        Assert.That(row.Number("estimate"), Is.EqualTo(welch.Difference.Value).Within(1e-9));
        Assert.That(row.Number("high"), Is.EqualTo(welch.Difference.High).Within(1e-9));
        Assert.That((string?)row["from"], Is.EqualTo("2024-04-01"));
    }

    [Test]
    public async Task What_has_rows_of_its_own_keeps_them_and_has_no_p()
    {
        var rows = await Service.Rows($"change?survey={_survey}&of=consistency&{Before}&{After}");
        Assert.That(rows.Select(r => (string?)r["facet"]), Is.EqualTo(new[] { "touchpoint", "all" }));
        var (before, after) = (await Service.Rows($"consistency?survey={_survey}&period=2024-Q1"), await Service.Rows($"consistency?survey={_survey}&period=2024-Q2"));
        Assert.That(rows[1].Status(), Is.EqualTo("released"), rows[1].ToJsonString());
        Assert.That(rows[1].Number("estimate"), Is.EqualTo(after[1].Number("estimate") - before[1].Number("estimate")).Within(1e-9));
        Assert.That(rows[1]["components"]!["p"], Is.Null);
    }

    [Test]
    public async Task Combined_facets_are_compared_only_where_both_sides_have_the_same()
    {
        const string Facets = "measure=item:friendly&over=touchpoint,channel";
        foreach (var (quarter, channels) in new[] { ("2024-Q1", "insufficient"), ("2024-Q2", "released") })
            Assert.That((await Service.Rows($"consistency?survey={_survey}&{Facets}&period={quarter}")).Select(r => r.Status()), Is.EqualTo(new[] { "released", channels, "released" }));
        var rows = await Service.Rows($"change?survey={_survey}&of=consistency&{Facets}&{Before}&{After}");
        Assert.That(rows.Select(r => ((string?)r["facet"], r.Status())), Is.EqualTo(new[] { ("touchpoint", "released"), ("channel", "insufficient"), ("all", "insufficient") }));
        Assert.That((rows[2]["estimate"], (int?)rows[2]["n"]), Is.EqualTo(((JsonNode?)null, (int?)(320 + 320))), "the larger facet of each side");
    }

    [Test]
    public async Task Options_move_like_shares()
    {
        var rows = await Service.Rows($"change?survey={_survey}&of=item&item=used&{Before}&{After}");
        Assert.That(rows.Select(r => (string?)r["option"]), Is.EqualTo(new[] { "lounge", "wifi" }));
        var (p, lounge) = (Pooled(20, 50, 44, 80), Pooled(50, 50, 36, 80));
        Assert.That(rows.Select(r => r["components"]!.Number("p")), Is.EqualTo(new[] { lounge, p }).Within(1e-9));
        Assert.That(rows.Select(r => r["components"]!.Number("pAdjusted")), Is.EqualTo(FalseDiscovery.Adjust([lounge, p])).Within(1e-12));
        Assert.That(rows[1].Number("estimate"), Is.EqualTo(15).Within(1e-9));
    }

    [Test]
    public async Task Folded_options_are_compared_only_where_both_sides_fold_the_same()
    {
        var same = await Service.Rows($"change?survey={_survey}&of=item&item=way&{Before}&{After}");
        Assert.That(same.Select(r => ((string?)r["option"], r.Status())), Is.EqualTo(new[] { ("bus", "released"), ("car", "released"), ("other", "released") }));
        Assert.That(same[2]["components"]!.Number("p"), Is.EqualTo(Pooled(13, 63, 17, 82)).Within(1e-9));
        var rows = (await Service.Rows($"change?survey={_survey}&of=item&item=way&{Before}&after=2024-Q3")).ToDictionary(r => (string)r["option"]!);
        Assert.That(rows["car"]["components"]!["p"], Is.Not.Null);
        Assert.That(rows["train"].Status(), Is.EqualTo("withheld"), "part of other before");
        Assert.That((rows["other"].Status(), (int?)rows["other"]["n"], rows["other"]["estimate"]), Is.EqualTo(("insufficient", (int?)(63 + 91), (JsonNode?)null)), "without the train");
    }

    [TestCase("of=recommend&before=2024-Q1", "after")]
    [TestCase("before=2024-Q1&after=2024-Q2", "of")]
    [TestCase("of=change&before=2024-Q1&after=2024-Q2", "of")]
    [TestCase("of=nothing&before=2024-Q1&after=2024-Q2", "of")]
    [TestCase("of=recommend&before=2024-Q1&after=2024-Q1", "after")]
    [TestCase("of=recommend&before=2024-Q2&after=2024-Q1", "after")]
    [TestCase("of=recommend&before=2024-Q1&after=channel:web", "after")]
    [TestCase("of=recommend&before=2024-Q1&after=2024-Q2&from=2024-01-01", "before")]
    [TestCase("of=recommend&before=soon&after=2024-Q2", "before")]
    [TestCase("of=recommend&before=channel:web&after=channel:app&by=channel", "before")]
    [TestCase("of=recommend&before=unit:emea&after=unit:shops", "after")]
    [TestCase("of=recommend&before=unit:shops&after=unit:emea", "after")]
    [TestCase("of=item&before=2024-Q1&after=2024-Q2", "item")]
    public async Task What_cannot_be_compared_is_refused(string query, string parameter)
    {
        var problem = await Service.Read.GetAsync($"/v1/indicators/change?survey={_survey}&{query}").Problem(400, "invalid_parameter");
        Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
    }

    [TestCase("interval=month")]
    [TestCase("weighted=true")]
    [TestCase("item=nps")]
    public async Task A_parameter_that_says_nothing_here_is_unknown(string parameter) =>
        await Service.Read.GetAsync($"/v1/indicators/change?survey={_survey}&of=recommend&{Before}&{After}&{parameter}").Problem(400, "unknown_parameter");

    private Moments Eased(string channel, int quarter)
    {
        var scores = _eased.Where(e => e.Channel == channel && e.Quarter == quarter).Select(e => 100.0 * (e.Ease - 1) / 6).ToList();
        var mean = scores.Average();
        return new Moments(scores.Count, mean, scores.Sum(s => (s - mean) * (s - mean)) / (scores.Count - 1));
    }

    /// <summary>The pooled two-proportion z test.</summary>
    private static double Pooled(double before, double of, double after, double ofThen)
    {
        var share = (before + after) / (of + ofThen);
        return Distributions.TwoSidedNormal((after / ofThen - before / of) / Math.Sqrt(share * (1 - share) * (1 / of + 1 / ofThen)));
    }

    private static IEnumerable<(string Channel, int Value)> Friendly(params string[] channels) => channels.SelectMany(c => Enumerable.Range(0, 60).Select(i => (c, 2 + i % 3)));

    private static IEnumerable<JsonObject> Ways(int quarter, params (string Way, int N)[] ways) => ways.SelectMany(w => Enumerable.Range(0, w.N).Select(_ => Answer(quarter, null, "way", w.Way)));

    private static IEnumerable<int> Times(int n, int value) => Enumerable.Repeat(value, n);

    private static JsonObject Answer(int quarter, string? channel, string item, params string[] options) =>
        Answer(quarter, channel, item, item == "used" ? new JsonArray([.. options.Select(o => JsonValue.Create(o))]) : JsonValue.Create(options[0]));

    private static JsonObject Answer(int quarter, string? channel, string item, JsonNode value) => new()
    {
        ["answeredAt"] = new DateOnly(2024, 2 + 3 * quarter, 10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T12:00:00Z",
        ["about"] = channel is null ? new JsonObject() : new JsonObject { ["channel"] = channel },
        ["answers"] = new JsonObject { [item] = value },
    };

    private static JsonObject Choice(string code, bool multiple, params string[] options) => new()
    {
        ["code"] = code,
        ["kind"] = "choice",
        ["multiple"] = multiple,
        ["options"] = new JsonArray([.. options.Select(o => new JsonObject { ["code"] = o })]),
    };

    private static JsonObject Rating(string code, int low, int high, string? measures, string? touchpoint = null)
    {
        var item = new JsonObject { ["code"] = code, ["kind"] = "rating", ["low"] = low, ["high"] = high, ["measures"] = measures };
        if (touchpoint is not null) item["touchpoint"] = touchpoint;
        return item;
    }
}
