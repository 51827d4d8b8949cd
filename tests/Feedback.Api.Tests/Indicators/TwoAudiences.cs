using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Somebody who answered about a unit. Employees answer five items of engagement and recommend, customers satisfaction and recommend.</summary>
internal sealed record Voice(DateOnly Day, string? Unit, string Channel, int[] Ratings, int Recommend)
{
    /// <summary>The person score of a scale on 1..5.</summary>
    public double Score => Ratings.Average(r => 25.0 * (r - 1));

    public JsonNode ToJson(params string[] codes) => new JsonObject
    {
        ["answeredAt"] = Day.Day() + "T12:00:00Z",
        ["about"] = new JsonObject { ["unit"] = Unit, ["channel"] = Channel },
        ["answers"] = new JsonObject([.. codes.Zip(Ratings, (code, r) => KeyValuePair.Create(code, (JsonNode?)r)), KeyValuePair.Create("nps", (JsonNode?)Recommend)]),
    };
}

/// <summary>Employees and customers of the same units, in the first three quarters of 2026, which are released. The employees' survey has a k of its own, and every unit at least as many answers a quarter.</summary>
public abstract class TwoAudiencesFixture(string engine) : ServiceFixture(engine)
{
    internal const int EmployeeK = 8, CustomerK = 10;

    internal static readonly string[] Facets = ["pride", "advocacy", "attachment", "inspiration", "motivation"];

    /// <summary>Twelve units in two regions; team lies in unit-00. </summary>
    internal static readonly string[] Units = [.. Enumerable.Range(0, 12).Select(i => $"unit-{i:00}")];

    /// <summary>Ten of the units have 3k employees in each quarter, the others fewer. In unit-03 few do not come by web, in some quarters fewer than k.</summary>
    internal static bool IsLarge(string unit) => Units.Contains(unit) && unit is not ("unit-01" or "unit-05");

    internal List<Voice> Employees { get; } = [];

    internal List<Voice> Customers { get; } = [];

    internal string EmployeeSurvey { get; private set; } = "";

    internal string CustomerSurvey { get; private set; } = "";

    /// <summary>The unit of the second level.</summary>
    internal static string? Second(string? unit) => unit == "team" ? Units[0] : unit is "north" or "south" ? null : unit;

    [OneTimeSetUp]
    public async Task StoreTheVoices()
    {
        await Service.Admin.Put("/v1/units", new JsonObject { ["units"] = new JsonArray([Unit("north", null), Unit("south", null), .. Units.Select((u, i) => Unit(u, i < 6 ? "north" : "south")), Unit("team", Units[0])]) }).Body();
        var random = new Random(7);
        foreach (var (unit, level, isLarge) in Units.Append("team").Append("north").Append(null).Select((u, i) => (u, 2.2 + .15 * (i % 9), u is not null && IsLarge(u))))
        {
            for (var month = 1; month <= 9; month++)
            {
                Employees.AddRange(Voices(random, unit, month, isLarge ? random.Next(10, 13) : random.Next(3, 5), level, Facets.Length));
                Customers.AddRange(Voices(random, unit, month, random.Next(7, 11), level + .2 * random.NextDouble(), 1));
            }
        }
        EmployeeSurvey = await Service.Publish(new JsonObject
        {
            ["audience"] = "employee",
            ["k"] = EmployeeK,
            ["period"] = "quarter",
            ["access"] = "code",
            ["dimensions"] = new JsonArray("channel", "grade"),
            ["items"] = new JsonArray([.. Facets.Select(f => Rating(f, 1, 5, "engagement." + f)), Rating("nps", 0, 10, "recommend")]),
        });
        CustomerSurvey = await Service.Publish(new JsonObject
        {
            ["audience"] = "customer",
            ["dimensions"] = new JsonArray("channel"),
            ["items"] = new JsonArray(Rating("rating", 1, 5, "satisfaction"), Rating("nps", 0, 10, "recommend")),
        });
        await Service.StoreInvited(EmployeeSurvey, Employees.Select(e => e.ToJson(Facets)));
        await Service.Folded();
        foreach (var quarter in (string[])["2026-Q1", "2026-Q2", "2026-Q3"]) await Service.Release(quarter);
        await Service.Store(CustomerSurvey, Customers.Select(c => c.ToJson("rating")));
    }

    private static IEnumerable<Voice> Voices(Random random, string? unit, int month, int count, double level, int items) => Enumerable.Range(0, count).Select(_ => new Voice(
        new DateOnly(2026, month, random.Next(1, 28)), unit, random.Next(unit == "unit-03" ? 4 : 2) == 0 ? "mail" : "web",
        [.. Enumerable.Range(0, items).Select(_ => Math.Clamp((int)Math.Round(level + 2.4 * random.NextDouble() - .8), 1, 5))], random.Next(4, 11))).ToList();

    private static JsonObject Unit(string code, string? parent) => new() { ["code"] = code, ["name"] = code, ["parent"] = parent, ["headcount"] = 40 };

    private static JsonObject Rating(string code, int low, int high, string measures) => new() { ["code"] = code, ["kind"] = "rating", ["low"] = low, ["high"] = high, ["measures"] = measures };
}
