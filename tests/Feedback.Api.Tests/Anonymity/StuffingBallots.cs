using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// A21: answering many times over, to lift a small team to k or to drown it. North: 120 heads, of which a team of twelve and one of
/// 108; south: 150 heads; east: 100 heads, answered 101 times; west: 60 heads.
/// </summary>
public sealed class StuffingBallots(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Dimensions = ["grade"];

    private static readonly (string Unit, int Heads, int Answers)[] Units =
        [("north-team", 12, 9), ("north-rest", 108, 60), ("south", 150, 90), ("east", 100, 101), ("west", 60, 45)];

    [Test]
    public async Task A21_an_open_survey_shows_large_units_and_no_other_dimension()
    {
        var survey = await Open("2026-09", Units);
        var released = await Released(survey, "2026-09", "trust?by=unit");
        Assert.That(released, Does.Contain("south").And.Contain("north"));
        Assert.That(released, Has.None.EqualTo("north-team").And.None.EqualTo("west").And.None.EqualTo("east"));
        foreach (var question in (string[])["trust?by=grade", "trust?by=unit,grade", "trust?where=grade:a", "trust?where=unit:south&where=grade:a", "net-trust?by=grade", "item?item=trust.humanity&by=grade", "listening?by=grade"])
            Assert.That((await Service.Rows($"{question}&survey={survey}&period=2026-09")).Select(r => r.Status()), Is.Not.Empty.And.All.EqualTo("withheld"), question);
    }

    /// <summary>One more from the same client makes ten of twelve; then there are more answers than heads.</summary>
    [TestCase(1)]
    [TestCase(5)]
    public async Task A21_a_team_of_twelve_stays_hidden_however_often_somebody_answers_for_it(int more)
    {
        var period = more == 1 ? "2026-07" : "2026-08";
        var survey = await Open(period, [.. Units.Select(u => u.Unit == "north-team" ? u with { Answers = u.Answers + more } : u)]);
        var released = await Released(survey, period, "trust?by=unit");
        Assert.That(released, Has.None.EqualTo("north-team"));
        Assert.That(released, Does.Contain("south").And.Contain("north"));
        Assert.That(released, Has.None.EqualTo("north-rest"), "north without the rest is the team of twelve");
    }

    /// <summary>Whoever knows the whole and all other parts knows the part that holds more answers than people.</summary>
    [Test]
    public async Task A21_a_unit_with_more_answers_than_heads_does_not_follow_from_others()
    {
        var survey = await Open("2026-06", Units);
        var rows = (await Service.Rows($"trust?by=unit&survey={survey}&period=2026-06")).ToDictionary(r => (string)r["unit"]!, r => r.Status());
        Assert.That(rows["east"], Is.EqualTo("withheld"));
        var whole = (await Service.Row($"trust?survey={survey}&period=2026-06")).Status();
        Assert.That((whole, rows["north"], rows["south"]), Is.EqualTo(("released", "released", "released")), "west and east are left over: 146 answers in two cells");
    }

    [Test]
    public async Task A21_with_codes_there_is_one_answer_a_code()
    {
        var survey = await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, Dimensions));
        var made = await Service.Admin.Post($"/v1/surveys/{survey}/codes", new JsonObject { ["count"] = 3 }).Body(201);
        string[] codes = [.. made["codes"]!.AsArray().Select(c => (string)c!)];
        JsonObject Answer(string code) => new() { ["id"] = Guid.NewGuid().ToString(), ["code"] = code, ["answers"] = new JsonObject { ["trust.capability"] = 3 } };
        await Service.Submit(survey, Answer(codes[0])).Body(201);
        await Service.Submit(survey, Answer(codes[0])).Problem(409, "used_code");
        await Service.Submit(survey, Answer("bcdfghjkmnpqrstv")).Problem(400, "unknown_code");
        await Service.Submit(survey, new JsonObject { ["answers"] = new JsonObject { ["trust.capability"] = 3 } }).Problem(400, "unknown_code");
        Assert.That(await Service.ResponsesStored(survey), Is.EqualTo(1));
        Assert.That(Service.Log.Lines.Where(l => codes.Any(l.Contains)), Is.Empty);
    }

    /// <summary>Codes that somebody gathered: fourteen answers for a team of twelve.</summary>
    [Test]
    public async Task A21_with_codes_too_more_answers_than_heads_are_withheld_and_do_not_follow()
    {
        var survey = await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, Dimensions));
        var organisation = Organisation([("north-team", 12, 14), ("north-rest", 108, 60), ("south", 150, 90), ("east", 100, 50), ("west", 60, 45)]);
        await Answer(survey, organisation, "2026-05", withCodes: true);
        var truth = new TrueCells(organisation, Dimensions, organisation.People.Where(p => p.Answered));
        var rows = await new Crawler(survey, "2026-05", new Dictionary<string, string[]> { ["grade"] = ["a", "b"] }, Service.Read).Crawl("trust");
        var released = rows.Values.Where(r => r.IsReleased).Select(r => r.Cell).ToList();
        var space = new RowSpace([.. released.Select(c => truth[c].Classes)], truth.ClassSizes.Count);
        Assert.That(released, Does.Contain(new AskedCell("south")).And.Contain(AskedCell.Whole));
        Assert.That(rows[new AskedCell("north-team")].Status, Is.EqualTo("withheld"));
        Assert.That(space.Contains(truth[new AskedCell("north-team")].Classes), Is.False);
        Crack.Of(truth, released, 10).AssertNothing("stuffed");
    }

    private async Task<string> Open(string period, (string Unit, int Heads, int Answers)[] units)
    {
        var survey = await Service.Publish(InventedSurvey.Definition(InventedSurvey.Trust, Dimensions, access: "open"));
        await Answer(survey, Organisation(units), period, withCodes: false);
        return survey;
    }

    /// <summary>Heads of the units, however many answers there are.</summary>
    private async Task Answer(string survey, InventedOrganisation organisation, string period, bool withCodes)
    {
        var tree = organisation.ToUnits();
        foreach (var unit in tree["units"]!.AsArray()) unit!["headcount"] = Units.SingleOrDefault(u => u.Unit == (string)unit["code"]!).Heads;
        await Service.Admin.Put("/v1/units", tree).Body();
        var responses = organisation.ToResponses(SmallRelease.DayOf(period), Dimensions);
        if (withCodes) await Service.StoreInvited(survey, responses);
        else await Service.Store(survey, responses);
        await Service.Release(period);
    }

    private static InventedOrganisation Organisation((string Unit, int Heads, int Answers)[] units)
    {
        var made = new HandMade().Unit("north").Unit("north-team", "north").Unit("north-rest", "north").Unit("south").Unit("east").Unit("west");
        foreach (var (unit, _, answers) in units) made.People(unit, answers / 2, HandMade.Mixed, ("grade", "a")).People(unit, answers - answers / 2, HandMade.Mixed, ("grade", "b"));
        return made.Build();
    }

    private async Task<List<string>> Released(string survey, string period, string query) =>
        [.. (await Service.Rows($"{query}&survey={survey}&period={period}")).Where(r => r.Status() == "released").Select(r => (string)r["unit"]!)];
}
