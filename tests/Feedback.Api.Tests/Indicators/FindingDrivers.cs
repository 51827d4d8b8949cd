using System.Text.Json.Nodes;
using Feedback.Api.Figures.Readings;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Figures from raw answers are those of the library on the same people, whatever is cut out of them.</summary>
public sealed class FindingDrivers(string engine) : ServiceFixture(engine)
{
    private readonly List<Guest> _guests = Guest.Some(900);
    private string _survey = "", _other = "";

    [OneTimeSetUp]
    public async Task StoreTheGuests()
    {
        await Service.Admin.Put("/v1/units", Visit.Units).Body();
        _survey = await Service.Publish(Guest.Survey("customer"));
        await Service.Store(_survey, _guests.Take(400).Select(g => g.ToJson()));
        // The next version asks in another order and one thing more; answers to both are one survey's.
        var next = Guest.Survey("customer");
        next["items"] = new JsonArray([new JsonObject { ["code"] = "a", ["kind"] = "rating", ["low"] = 0, ["high"] = 1 }, .. next["items"]!.AsArray().Reverse().Select(i => i!.DeepClone())]);
        await Service.Publish(next, _survey);
        await Service.Store(_survey, _guests.Skip(400).Take(300).Select(g => g.ToJson()));
        _other = await Service.Publish(Guest.Survey("customer"));
        await Service.Store(_other, _guests.Skip(700).Select(g => g.ToJson()));
    }

    private static IEnumerable<TestCaseData> Questions()
    {
        yield return new TestCaseData("outcome=nps", (Guest g) => g.Nps, (Guest _) => true).SetArgDisplayNames("outcome=nps");
        yield return new TestCaseData("outcome=recommend", (Guest g) => g.Nps, (Guest _) => true).SetArgDisplayNames("outcome=recommend");
        yield return new TestCaseData("outcome=item:clean2", (Guest g) => g.Score("clean2"), (Guest _) => true).SetArgDisplayNames("outcome=item:clean2");
        yield return new TestCaseData("outcome=trust", (Guest g) => g.Trust, (Guest _) => true).SetArgDisplayNames("outcome=trust");
        yield return new TestCaseData("outcome=nps&where=channel:web", (Guest g) => g.Nps, (Guest g) => g.Channel == "web").SetArgDisplayNames("outcome=nps&where=channel:web");
        yield return new TestCaseData("outcome=nps&where=unit:emea", (Guest g) => g.Nps, (Guest g) => g.Unit is "emea" or "sales" or "service" or "shops").SetArgDisplayNames("outcome=nps&where=unit:emea");
        yield return new TestCaseData("outcome=nps&from=2026-02-01&to=2026-05-01", (Guest g) => g.Nps, (Guest g) => g.Day >= new DateOnly(2026, 2, 1) && g.Day < new DateOnly(2026, 5, 1)).SetArgDisplayNames("outcome=nps&from=2026-02-01&to=2026-05-01");
        yield return new TestCaseData("outcome=nps&period=2026-Q1", (Guest g) => g.Nps, (Guest g) => g.Day < new DateOnly(2026, 4, 1)).SetArgDisplayNames("outcome=nps&period=2026-Q1");
        yield return new TestCaseData("outcome=nps&includeTest=true", (Guest g) => g.Nps, (Guest g) => true).SetArgDisplayNames("outcome=nps&includeTest=true");
    }

    [TestCaseSource(nameof(Questions))]
    public async Task The_figures_are_the_librarys_on_the_same_people(string query, object outcome, object filter)
    {
        string[] drivers = ["staff", "wait", "price"];
        var tests = query.Contains("includeTest", StringComparison.Ordinal);
        var people = _guests.Where(g => (tests || !g.IsTest) && ((Func<Guest, bool>)filter)(g)).ToList();
        AssertSame(await Service.Rows($"drivers?survey={_survey}&survey={_other}&drivers={string.Join(',', drivers)}&{query}"), drivers, people, (Func<Guest, double?>)outcome);
    }

    [Test]
    public async Task Ten_drivers_are_told_apart()
    {
        string[] drivers = ["wait", "clean", "price", "staff", "cap", "rel", "hum", "clean2", "clean3", "clean4"];
        AssertSame(await Service.Rows($"drivers?survey={_survey}&survey={_other}&outcome=nps&drivers={string.Join(',', drivers)}"), drivers, _guests.Where(g => !g.IsTest), g => g.Nps);
    }

    [Test]
    public async Task Groups_of_a_breakdown_are_worked_out_for_themselves()
    {
        string[] drivers = ["wait", "staff"];
        var rows = await Service.Rows($"drivers?survey={_survey}&outcome=nps&drivers=wait,staff&by=channel,unit");
        var groups = _guests.Take(700).Where(g => !g.IsTest).GroupBy(g => (g.Channel, g.Unit)).ToList();
        Assert.That(rows, Has.Count.EqualTo(2 * groups.Count));
        Assert.That(rows.Select(r => r.Status()).Distinct(), Is.EquivalentTo(new[] { "withheld", "insufficient", "released" }));
        foreach (var group in groups)
            AssertSame([.. rows.Where(r => (string?)r["channel"] == group.Key.Channel && (string?)r["unit"] == group.Key.Unit)], drivers, group, g => g.Nps);
    }

    [Test]
    public async Task The_file_has_the_same_rows()
    {
        var query = $"drivers?survey={_survey}&outcome=nps&drivers=wait,staff&by=channel";
        var lines = (await Service.Read.GetStringAsync($"/v1/indicators/{query}&format=csv")).TrimEnd().Split("\r\n");
        Assert.That(lines[0].TrimStart('\ufeff'), Does.StartWith("key,from,to,channel,driver,estimate,low,high,n,status"));
        Assert.That(lines.Skip(1).Select(l => l.Split(',')[0]), Is.EqualTo((await Service.Rows(query)).Select(r => (string)r["key"]!)));
    }

    [TestCase("drivers=wait,staff", 400, "invalid_parameter", "outcome")]
    [TestCase("outcome=nps", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=nps&drivers=wait", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=nps&drivers=a,b,c,d,e,f,g,h,i,j,k", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=nps&drivers=wait,staff,wait", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=nps&drivers=wait,nps", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=recommend&drivers=wait,nps", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=trust&drivers=wait,cap", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=nps&drivers=wait,used", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=nps&drivers=wait,why", 400, "invalid_parameter", "drivers")]
    [TestCase("outcome=why&drivers=wait,staff", 400, "invalid_parameter", "outcome")]
    [TestCase("outcome=experience&drivers=wait,staff", 400, "invalid_parameter", "outcome")]
    [TestCase("outcome=effort&drivers=wait,staff", 400, "invalid_parameter", "outcome")]
    [TestCase("outcome=item:&drivers=wait,staff", 400, "invalid_parameter", "outcome")]
    [TestCase("outcome=nps&drivers=wait,nothing", 404, "unknown_item", null)]
    [TestCase("outcome=nothing&drivers=wait,staff", 404, "unknown_item", null)]
    [TestCase("outcome=nps&drivers=wait,staff&interval=month", 400, "unknown_parameter", "interval")]
    [TestCase("outcome=nps&drivers=wait,staff&weighted=true", 400, "unknown_parameter", "weighted")]
    [TestCase("outcome=nps&drivers=wait,staff&by=weather", 400, "unknown_dimension", "by")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, int status, string code, string? parameter)
    {
        var problem = await Service.Read.GetAsync($"/v1/indicators/drivers?survey={_survey}&{query}").Problem(status, code);
        if (parameter is not null) Assert.That(problem.Errors!.Keys, Is.EqualTo(new[] { parameter }));
    }

    [Test]
    public async Task Who_waits_for_a_turn_too_long_is_told_to_come_again()
    {
        var done = new TaskCompletionSource<int>();
        var others = Enumerable.Range(0, DriversReading.MostAtOnce).Select(_ => DriversReading.Turns.Take(() => done.Task, default)).ToList();
        try
        {
            var answer = await Service.Read.GetAsync($"/v1/indicators/drivers?survey={_survey}&outcome=nps&drivers=wait,staff");
            Assert.That(answer.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(1)));
            await Task.FromResult(answer).Problem(503, "busy");
        }
        finally
        {
            done.SetResult(0);
        }
        await Task.WhenAll(others);
        Assert.That(await Service.Rows($"drivers?survey={_survey}&outcome=nps&drivers=wait,staff"), Has.Count.EqualTo(2));
    }

    private static void AssertSame(List<JsonNode> rows, string[] drivers, IEnumerable<Guest> people, Func<Guest, double?> outcome)
    {
        var expected = new Drivers().Rows(drivers, [.. people.Select(g => g.Pattern(drivers, outcome)).OfType<AnswerPattern>()], new Terms(Audience.Customer, 10));
        Assert.That(rows.Select(r => (string?)r["driver"]), Is.EqualTo(drivers));
        foreach (var (row, figure) in rows.Zip(expected.Select(r => r.Figure)))
        {
            Assert.That(row.Status(), Is.EqualTo(figure.Status.ToString()).IgnoreCase, row.ToJsonString());
            Assert.That((long?)row["n"], Is.EqualTo(figure.N));
            foreach (var (shown, value) in new[] { (row["estimate"], figure.Estimate), (row["low"], figure.Low), (row["high"], figure.High), (row["components"]!["rSquared"], (double?)figure.Components.GetValueOrDefault("rSquared")) })
                Assert.That((double?)shown, value is null ? Is.Null : Is.EqualTo(value).Within(1e-9), row.ToJsonString());
        }
    }
}
