using System.Globalization;
using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Invented people with a unit, a channel and a level, who answer scales, touchpoints and single items.</summary>
internal static class Guests
{
    /// <summary>Child to parent: five regions, two of them with units below.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Parents = new (string Unit, string? Parent)[]
    {
        ("emea", null), ("sales", "emea"), ("shops", "sales"), ("service", "emea"), ("retail", "emea"),
        ("apac", null), ("tokyo", "apac"), ("osaka", "apac"), ("latam", null), ("nordics", null), ("africa", null),
    }.ToDictionary(u => u.Unit, u => u.Parent);

    private static readonly string[] Engagement = ["pride", "advocacy", "attachment", "inspiration", "motivation"];

    private static readonly string[] Touchpoints = ["desk", "gate", "wifi", "parking"];

    public static JsonObject Units => new() { ["units"] = new JsonArray([.. Parents.Select(u => new JsonObject { ["code"] = u.Key, ["name"] = u.Key, ["parent"] = u.Value })]) };

    public static JsonObject Survey(string audience = "customer", int experienceHigh = 5) => new()
    {
        ["audience"] = audience,
        ["dimensions"] = new JsonArray("channel", "level"),
        ["items"] = new JsonArray(
        [
            Rating("voice", "own.care.voice"), Rating("pace", "own.care.pace", reversed: true), Rating("room", "own.care.room"),
            .. Engagement.Select(e => Rating(e, "engagement." + e)),
            Rating("overall", "satisfaction"), Rating("together", "collaboration"), Rating("easy", "effort", 7),
            .. Touchpoints.Select(t => Rating("at-" + t, "experience", experienceHigh, touchpoint: t)),
        ]),
    };

    /// <summary>The same people every time; regions, channels, levels and months differ, in overall satisfaction only a little; three of them came by fax.</summary>
    public static List<JsonNode> Some(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => One(random, i < 3 ? "fax" : null))];
    }

    public static string? About(this JsonNode response, string dimension) => (string?)response["about"]![dimension];

    public static DateOnly Day(this JsonNode response) => DateOnly.ParseExact(((string)response["answeredAt"]!)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The unit at a level of the tree that holds the response's; null if it lies above.</summary>
    public static string? UnitAt(this JsonNode response, int? level)
    {
        var path = new List<string>();
        for (var unit = response.About("unit"); unit is not null; unit = Parents[unit]) path.Insert(0, unit);
        return level is not { } depth ? path.LastOrDefault() : path.ElementAtOrDefault(depth - 1);
    }

    /// <summary>Whether the response is from a unit or one below it.</summary>
    public static bool IsIn(this JsonNode response, string unit)
    {
        for (var at = response.About("unit"); at is not null; at = Parents[at]) if (at == unit) return true;
        return false;
    }

    private static JsonNode One(Random random, string? channel)
    {
        string? unit = OneOf(random, [.. Parents.Keys, null]), level = OneOf(random, "senior", "front", "front", "middle");
        channel ??= OneOf(random, "web", "app", "phone", "desk", "kiosk", "web", null);
        var day = new DateOnly(2025, 12, 20).AddDays(random.Next(280));
        var good = (unit is "apac" or "tokyo" or "osaka" ? .8 : unit == "latam" ? -.6 : 0) + (channel == "app" ? -.5 : 0) + (level == "senior" ? .7 : 0) + (day.Month % 3 - 1) * .2;
        var answers = new JsonObject();
        foreach (var item in Survey()["items"]!.AsArray())
        {
            if (random.Next(12) == 0) continue;
            var (code, high) = ((string)item!["code"]!, (int)item["high"]!);
            var own = code == "overall" ? good / 8 : good + (code.Length % 5 - 2) * .3;
            answers[code] = Math.Clamp((int)Math.Round((1 + high) / 2.0 + own + (random.NextDouble() + random.NextDouble() - 1) * 2.5), 1, high);
        }
        if (answers.Count == 0) answers["overall"] = 3;
        return new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["answeredAt"] = day.Day() + "T12:00:00Z",
            ["about"] = new JsonObject { ["unit"] = unit, ["channel"] = channel, ["level"] = level },
            ["weight"] = random.Next(100, 40_000) / 10_000m,
            ["answers"] = answers,
        };
    }

    private static JsonNode Rating(string code, string measure, int high = 5, bool reversed = false, string? touchpoint = null)
    {
        var item = new JsonObject { ["code"] = code, ["kind"] = "rating", ["low"] = 1, ["high"] = high, ["measures"] = measure, ["reversed"] = reversed };
        if (touchpoint is not null) item["touchpoint"] = touchpoint;
        return item;
    }

    private static string? OneOf(Random random, params string?[] values) => values[random.Next(values.Length)];
}

/// <summary>The service with eleven hundred of these people, most of whom are folded when they are read.</summary>
public abstract class GuestFixture(string engine) : ServiceFixture(engine)
{
    internal List<JsonNode> People { get; } = Guests.Some(1_100);

    internal string Survey { get; private set; } = "";

    internal virtual int MinimumGroup => 10;

    internal Terms Terms => new(Audience.Customer, MinimumGroup);

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Feedback:MinimumGroup"] = MinimumGroup.ToString(CultureInfo.InvariantCulture) };

    [OneTimeSetUp]
    public async Task StoreThePeople()
    {
        await Service.Admin.Put("/v1/units", Guests.Units).Body();
        Survey = await Service.Publish(Guests.Survey());
        await Service.Store(Survey, People.Take(900));
        await Service.Folded();
        await Service.Store(Survey, People.Skip(900));
    }

    /// <summary>What is counted of those of the people that are meant.</summary>
    internal Counts Count(Func<JsonNode, bool>? meant = null) => Counted.Of(Guests.Survey(), People.Where(meant ?? (_ => true)));

    /// <summary>Those of a row's days.</summary>
    internal static Func<JsonNode, bool> In(JsonNode row) =>
        r => ((string?)row["from"] is not { } from || string.CompareOrdinal(r.Day().Day(), from) >= 0) && ((string?)row["to"] is not { } to || string.CompareOrdinal(r.Day().Day(), to) < 0);

    /// <summary>Below k every column is there and holds nothing, whatever else is asked.</summary>
    internal async Task AssertWithheld(string query)
    {
        var released = (await Service.Rows(query)).First(r => r.Status() == "released");
        foreach (var row in await Service.Rows(query + "&where=channel:fax"))
        {
            Assert.That(row.Status(), Is.EqualTo("withheld"));
            foreach (var name in (string[])["estimate", "low", "high", "n"]) Assert.That(row[name], Is.Null);
            Assert.That(row["components"]!.AsObject().Select(c => c.Value), Is.All.Null);
            Assert.That(row.AsObject().Select(c => c.Key), Is.EqualTo(released.AsObject().Select(c => c.Key)));
            Assert.That(row["components"]!.AsObject().Select(c => c.Key), Is.EqualTo(released["components"]!.AsObject().Select(c => c.Key)));
        }
    }

    /// <summary>JSON names no column twice, CSV has the same rows in the same order, pages give each of them once, and the tag stays while the figures do.</summary>
    internal async Task AssertShape(string query)
    {
        var address = "/v1/indicators/" + query;
        var rows = await Service.Rows(query);
        Assert.That(rows, Is.Not.Empty);
        Assert.That(rows.Select(r => (string)r["key"]!), Is.Unique);
        var lines = (await Service.Read.GetStringAsync(address + "&format=csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        Assert.That(columns, Is.Unique);
        Assert.That(columns, Is.EquivalentTo(rows[0].AsObject().Where(c => c.Key != "components").Select(c => c.Key).Concat(rows[0]["components"]!.AsObject().Select(c => "components." + c.Key))));
        Assert.That(lines.Skip(1), Is.EqualTo(rows.Select(row => string.Join(',', columns.Select(c => (c.StartsWith("components.", StringComparison.Ordinal) ? row["components"]![c["components.".Length..]] : row[c])?.ToString() ?? "")))));
        var (paged, cursor) = (new List<string>(), "");
        do
        {
            var page = await Service.Indicator($"{query}&limit=2{cursor}");
            paged.AddRange(page["value"]!.AsArray().Select(r => r!.ToJsonString()));
            cursor = (string?)page["nextCursor"] is { } next ? "&cursor=" + next : "";
        }
        while (cursor.Length > 0);
        Assert.That(paged, Is.EqualTo(rows.Select(r => r.ToJsonString())));
        var tag = (await Service.Read.GetAsync(address)).Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag.ToString());
        Assert.That((int)(await Service.Read.SendAsync(again)).StatusCode, Is.EqualTo(304));
    }
}
