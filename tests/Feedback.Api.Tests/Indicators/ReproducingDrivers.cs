using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Passengers of the airport, one response each over HTTP, give the reference file's figures of what goes with recommending.</summary>
public sealed class ReproducingDrivers(string engine) : ServiceFixture(engine)
{
    private static readonly (string Code, string Column)[] Items =
        [("NETPRO", "NETPRO"), ("food", "Q7FOOD"), ("store", "Q7STORE"), ("sign", "Q7SIGN"), ("walkway", "Q7WALKWAYS"), ("screens", "Q7SCREENS")];

    private static IEnumerable<TestCaseData> Cases => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Reference", "indicators.json")))!["cases"]!.AsArray()
        .Where(c => (string?)c!["slug"] == "drivers").Select(c => new TestCaseData(c).SetArgDisplayNames((string)c!["id"]!));

    [TestCaseSource(nameof(Cases))]
    public async Task The_figures_are_those_of_the_reference_file(JsonNode reference)
    {
        var (input, expected) = (reference["input"]!, reference["expected"]!);
        var survey = await Service.Publish(Definition());
        await Service.Store(survey, People(input).Select(p => new JsonObject { ["answers"] = p }));
        var drivers = string.Join(',', input["drivers"]!.AsArray().Select(d => (string)d!));
        var rows = await Service.Rows($"drivers?survey={survey}&outcome={(string)input["outcome"]!}&drivers={drivers}");
        Assert.That(rows.Select(r => (string)r["driver"]!), Is.EqualTo(drivers.Split(',')), "in the order asked");
        foreach (var row in rows)
        {
            Assert.That(row.Status(), Is.EqualTo((string?)expected["status"]));
            Assert.That((long?)row["n"], Is.EqualTo((long?)expected["n"]));
            var own = expected["components"]!["drivers"]?[(string)row["driver"]!];
            Same(row["estimate"], own?["estimate"]);
            Same(row["low"], own?["low"]);
            Same(row["high"], own?["high"]);
            Same(row["components"]!["rawWeight"], own?["rawWeight"]);
            Same(row["components"]!["rSquared"], expected["components"]!["rSquared"]);
        }
        foreach (var outcome in (string[])["item:NETPRO", "recommend"])
        {
            var again = await Service.Rows($"drivers?survey={survey}&outcome={outcome}&drivers={drivers}");
            Assert.That(again.Select(r => r["estimate"]?.ToJsonString()), Is.EqualTo(rows.Select(r => r["estimate"]?.ToJsonString())));
        }

        void Same(JsonNode? shown, JsonNode? value) => Assert.That((double?)shown, value is null ? Is.Null : Is.EqualTo((double)value).Within((double)reference["tolerance"]!));
    }

    private static JsonObject Definition() => new()
    {
        ["audience"] = "customer",
        ["items"] = new JsonArray([.. Items.Select(i => new JsonObject
        {
            ["code"] = i.Code, ["kind"] = "rating", ["low"] = i.Code == "NETPRO" ? 0 : 1, ["high"] = i.Code == "NETPRO" ? 10 : 5, ["measures"] = i.Code == "NETPRO" ? "recommend" : null,
        })]),
    };

    /// <summary>Everybody; where the case asks for a number of them, the first who answered everything.</summary>
    private static IEnumerable<JsonObject> People(JsonNode input)
    {
        var lines = File.ReadAllLines(Repository.Path("samples", "airport-2017", "airport-2017.csv"));
        var columns = Items.Select(i => Array.IndexOf(lines[0].Split(','), i.Column)).ToArray();
        var people = lines.Skip(1).Select(l => l.Split(',')).Select(cells => Answers([.. columns.Select(c => cells[c])])).Where(p => p.Count > 0).ToList();
        if ((int?)input["firstCases"] is not { } first) return people;
        people = [.. people.Where(p => Items.All(i => p[i.Code] is not null)).Take(first)];
        if ((string?)input["constant"] is not { } constant) return people;
        foreach (var person in people) person[constant] = 4;
        if ((int?)input["firstCaseHas"] is { } other) people[0][constant] = other;
        return people;
    }

    /// <summary>6: not shown; 0, and 11 or nothing of the recommendation: skipped.</summary>
    private static JsonObject Answers(string[] codes)
    {
        var answers = new JsonObject();
        foreach (var (item, code) in Items.Zip(codes))
        {
            if (item.Code == "NETPRO") answers[item.Code] = code is "" or "11" ? null : JsonValue.Create(int.Parse(code, null));
            else if (code != "6") answers[item.Code] = code == "0" ? null : JsonValue.Create(int.Parse(code, null));
        }
        return answers;
    }
}
