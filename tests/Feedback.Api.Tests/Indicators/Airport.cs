using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>An invented visitor of an airport, and what the figures of a set of them are by definition.</summary>
internal sealed record Visit(DateOnly Day, string? Channel, string? Area, string? Unit, int? Clean, int? Nps, string[]? Used, int Weight, bool IsTest)
{
    public const int MinimumGroup = 10;

    public const string Formula = "=cmd()";

    /// <summary>The units: emea holds sales and service, sales holds shops.</summary>
    public static readonly JsonObject Units = new()
    {
        ["units"] = new JsonArray(Unit_("emea", null), Unit_("sales", "emea"), Unit_("service", "emea"), Unit_("shops", "sales"), Unit_("apac", null)),
    };

    /// <summary>The same visitors every time.</summary>
    public static List<Visit> Some(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Visit(
            new DateOnly(2025, 10, 6).AddDays(random.Next(400)),
            OneOf(random, "web", "app", Formula, "kiosk", null, "web", "app"),
            OneOf(random, "A", "B", "C", null),
            OneOf(random, "emea", "sales", "service", "shops", "apac", null),
            random.Next(8) == 0 ? null : random.Next(1, 6),
            random.Next(0, 11),
            random.Next(3) == 0 ? null : random.Next(3) switch { 0 => [], 1 => ["wifi"], _ => ["wifi", "lounge"] },
            random.Next(100, 40_000),
            random.Next(20) == 0))];
    }

    public JsonNode ToJson()
    {
        var answers = new JsonObject { ["nps"] = Nps };
        if (Clean is { } clean) answers["clean"] = clean;
        if (Used is not null) answers["used"] = new JsonArray([.. Used.Select(u => (JsonNode)u)]);
        return new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["answeredAt"] = Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T12:00:00Z",
            ["about"] = new JsonObject { ["channel"] = Channel, ["boardingArea"] = Area, ["unit"] = Unit },
            ["weight"] = Weight / 10_000m,
            ["isTest"] = IsTest,
            ["answers"] = answers,
        };
    }

    /// <summary>Promoters less detractors in percent, and how many people; null below the minimum group.</summary>
    public static (double? Estimate, long? N) Recommend(IEnumerable<Visit> visits, bool includesTest = false)
    {
        var asked = visits.Where(v => v.Nps is not null && (includesTest || !v.IsTest)).ToList();
        return asked.Count < MinimumGroup ? (null, null) : (100.0 * asked.Sum(v => v.Nps >= 9 ? 1 : v.Nps <= 6 ? -1 : 0) / asked.Count, asked.Count);
    }

    /// <summary>Compares a row with what these visits give by definition.</summary>
    public static void AssertRecommend(JsonNode row, IEnumerable<Visit> visits, bool includesTest = false)
    {
        var (estimate, n) = Recommend(visits, includesTest);
        Assert.That((long?)row["n"], Is.EqualTo(n), row.ToJsonString());
        Assert.That(row.Status(), Is.EqualTo(n is null ? "withheld" : "released"));
        if (estimate is null) Assert.That(row["estimate"], Is.Null);
        else Assert.That((double?)row["estimate"], Is.EqualTo(estimate).Within(1e-9), row.ToJsonString());
    }

    private static JsonObject Unit_(string code, string? parent) => new() { ["code"] = code, ["name"] = code, ["parent"] = parent };

    private static string? OneOf(Random random, params string?[] values) => values[random.Next(values.Length)];
}

/// <summary>The service with eleven hundred visitors of the airport.</summary>
public abstract class AirportFixture(string engine) : ServiceFixture(engine)
{
    internal List<Visit> Visits { get; } = Visit.Some(1_100);

    internal IEnumerable<Visit> Real => Visits.Where(v => !v.IsTest);

    internal string Survey { get; private set; } = "";

    [OneTimeSetUp]
    public async Task StoreTheVisits()
    {
        await Service.Admin.Put("/v1/units", Visit.Units).Body();
        Survey = await Service.Publish(Some.CustomerSurvey());
        // The most part is folded when it is read, the rest is not yet.
        await Service.Store(Survey, Visits.Take(900).Select(v => v.ToJson()));
        await Service.Folded();
        await Service.Store(Survey, Visits.Skip(900).Select(v => v.ToJson()));
    }
}
