using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Feedback.Api.Tests.Periods;

/// <summary>
/// The bytes that a stored release serves, against a file. A released period must not change under its readers: whoever changes a
/// formula, a rounding or a rule that shows here decides to change what was released, and says so in the changelog. Without the
/// file the test writes it and fails.
/// </summary>
public sealed partial class KeepingWhatIsServed(string engine) : ServiceFixture(engine)
{
    private const string Survey = "pulse";

    private static readonly string File = Repository.Path("tests", "Feedback.Api.Tests", "Periods", "served.txt");

    private static readonly string[] Queries =
    [
        "trust?survey=pulse&period=2026-02&by=unit",
        "trust?survey=pulse&where=channel:fax&where=unit:north",
        "net-trust?survey=pulse&period=2026-Q1&by=unit",
        "engagement?survey=pulse&interval=month&by=channel",
        "engagement-positive?survey=pulse&by=grade",
        "recommend?survey=pulse&period=2026-01&by=unit,channel",
        "item?survey=pulse&item=used&by=unit",
        "item?survey=pulse&item=overall&by=grade,channel&where=unit:north",
        "item?survey=pulse&item=pride&by=unit",
        "agreement?survey=pulse&measure=trust&by=unit",
        "silo?survey=pulse&measure=engagement&level=2",
        "hierarchy-gap?survey=pulse&measure=trust&senior=grade:A&frontline=grade:B&by=item",
        "consistency?survey=pulse&measure=engagement&over=unit",
        "change?survey=pulse&of=trust&before=2026-01&after=2026-02&by=unit",
        "change?survey=pulse&of=recommend&before=grade:A&after=grade:B",
        "inertia?survey=pulse&threshold=65&period=2026-02",
    ];

    [OneTimeSetUp]
    public async Task Release()
    {
        await Service.Admin.Put("/v1/units", Pulse.Units(("north", null), ("n1", "north"), ("n2", "north"), ("south", null), ("s1", "south"), ("s2", "south"), ("s3", "south"), ("s4", "south"))).Body();
        await Service.Publish(Definition(), Survey);
        (string Month, (string Unit, int People)[] Units)[] months =
        [
            ("2026-01", [("n1", 30), ("n2", 45), ("s1", 24), ("s2", 35), ("s3", 9), ("s4", 8)]),
            ("2026-02", [("n1", 40), ("n2", 35), ("s1", 20), ("s2", 40), ("s3", 9), ("s4", 9)]),
        ];
        foreach (var (month, units) in months)
        {
            await Service.StoreInvited(Survey, units.SelectMany((unit, place) => Enumerable.Range(0, unit.People).Select(i => Answer(month, unit.Unit, place, i))));
            await Service.Release(month);
        }
    }

    [Test]
    public async Task A_released_period_is_served_to_the_byte_as_it_was()
    {
        var served = new StringBuilder();
        foreach (var query in Queries)
        {
            var body = await Service.Read.GetStringAsync("/v1/indicators/" + query);
            served.Append("## ").Append(query).Append('\n').Append(AsOf().Replace(body, "{")).Append('\n');
        }
        if (!System.IO.File.Exists(File)) await System.IO.File.WriteAllTextAsync(File, served.ToString());
        var kept = await System.IO.File.ReadAllLinesAsync(File);
        Assert.That(served.ToString().Split('\n')[..^1], Is.EqualTo(kept), "What released periods show has changed.");
    }

    private static JsonObject Definition() => new()
    {
        ["audience"] = "employee",
        ["access"] = "code",
        ["dimensions"] = new JsonArray("channel", new JsonObject { ["name"] = "grade", ["values"] = new JsonArray("A", "B", "C") }),
        ["items"] = new JsonArray(
        [
            .. ((string[])["capability", "reliability", "transparency", "humanity"]).Select(i => Rating(i, 1, 7, "trust." + i)),
            .. ((string[])["pride", "advocacy", "attachment", "inspiration", "motivation"]).Select(i => Rating(i, 1, 5, "engagement." + i)),
            Rating("nps", 0, 10, "recommend"),
            Rating("overall", 1, 5, null),
            new JsonObject { ["code"] = "used", ["kind"] = "choice", ["options"] = new JsonArray([.. ((string[])["wifi", "lounge", "desk", "phone"]).Select(o => new JsonObject { ["code"] = o })]) },
        ]),
    };

    /// <summary>Answers follow from the place of the person and of the unit; in s1 everybody is content, and some people skip an item.</summary>
    private static JsonNode Answer(string month, string unit, int place, int person)
    {
        var answers = new JsonObject { ["used"] = new JsonArray(person % 16 == 3 ? "phone" : person % 3 == 0 ? "wifi" : person % 3 == 1 ? "lounge" : "desk") };
        foreach (var (item, number) in Definition()["items"]!.AsArray().SkipLast(1).Select((item, number) => (item!, number)))
        {
            var (code, low, high) = ((string)item["code"]!, (int)item["low"]!, (int)item["high"]!);
            if ((person + number) % 47 == 7) continue;
            var raw = (low + high) / 2 + (person * 7 + number * number * 3 + month[^1]) % 5 - 2 + (place % 2) + (code == "humanity" ? -1 : 0);
            answers[code] = unit == "s1" && high == 5 ? 5 : Math.Clamp(raw, low, high);
        }
        return new JsonObject
        {
            ["id"] = new Guid(place + 1, (short)(month[^1] - '0'), (short)person, new byte[8]).ToString(),
            ["answeredAt"] = string.Create(CultureInfo.InvariantCulture, $"{month}-{1 + person % 28:D2}T12:00:00Z"),
            ["about"] = new JsonObject { ["unit"] = unit, ["channel"] = person % 2 == 0 ? "web" : "mail", ["grade"] = person % 4 == 0 ? "A" : "B" },
            ["answers"] = answers,
        };
    }

    private static JsonNode Rating(string code, int low, int high, string? measures) => new JsonObject { ["code"] = code, ["kind"] = "rating", ["low"] = low, ["high"] = high, ["measures"] = measures };

    [GeneratedRegex("""^\{"asOf":"[^"]*",""")]
    private static partial Regex AsOf();
}
