using System.Text.Json.Nodes;

namespace Feedback.Api.Tests.Flags;

/// <summary>How soon concerns are answered and closed stands beside <c>listening</c> and <c>inertia</c>, and how many wait on the committee's page.</summary>
public sealed class TimingAnswers(string engine) : ServiceFixture(engine)
{
    private HttpClient _champion = null!;

    [OneTimeSetUp]
    public async Task RaiseAndAnswer()
    {
        await Service.PutTeams();
        await Service.Admin.Put("/v1/units", Raising.WithHeads(await Service.Admin.GetAsync("/v1/units").Body(), "north", 130)).Body();
        _champion = await Service.Champion();
        Service.Clock.Now = new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 40; i++) await Service.Raise($"employee {i:D2}", "desk");
        for (var i = 0; i < 24; i++) await Service.Raise($"customer {i:D2}", i < 12 ? "north" : "south", "customer");
        for (var i = 0; i < 40; i++) await Praise("customer");
        // Four of five are answered two weeks later, and half of these closed a week after that; employees' the same.
        Service.Clock.Advance(TimeSpan.FromDays(14));
        var flags = await _champion.Flags();
        foreach (var flag in flags.Where(f => Number(f) % 5 != 0)) await _champion.Answer(flag, "Thank you.").Body();
        Service.Clock.Advance(TimeSpan.FromDays(7));
        foreach (var flag in flags.Where(f => Number(f) % 5 is 1 or 2)) await _champion.Close(flag).Body();
        Service.Clock.Now = new DateTimeOffset(2026, 10, 5, 9, 0, 0, TimeSpan.Zero);
        // Unprompted feedback is released with the surveys that have the period.
        var survey = await Service.PublishByCode(Some.EmployeeSurvey());
        await Service.Admin.Put($"/v1/surveys/{survey}/invitations", new JsonObject { ["invitations"] = new JsonArray(new JsonObject { ["on"] = "2026-09-02", ["count"] = 150 }) }).Body();
        await Service.StoreInvited(survey, Enumerable.Range(0, 20).Select(_ => Answer()));
        await Service.Release("2026-09");
        for (var i = 0; i < 1_200 && (await Service.Row("listening?audience=employee&period=2026-09"))["components"]?["flags"] is null; i++) await Task.Delay(50);
    }

    [Test]
    public async Task Customers_concerns_are_counted_live_and_cut_like_their_answers()
    {
        var all = (await Service.Row("listening?audience=customer&from=2026-09-01&to=2026-10-01"))["components"]!;
        Assert.That((all.Number("flags"), all.Number("weeksToAnswer")), Is.EqualTo((24.0, 2.0)));
        Assert.That(all.Number("flagsAnswered"), Is.EqualTo(100.0 * 19 / 24).Within(1e-9));
        var north = (await Service.Row("listening?audience=customer&from=2026-09-01&to=2026-10-01&where=unit:north"))["components"]!;
        Assert.That((north.Number("flags"), north["weeksToAnswer"]), Is.EqualTo((12.0, (JsonNode?)null)), "nine answered are too few");
        var months = await Service.Rows("listening?audience=customer&interval=month&from=2026-08-01&to=2026-10-01");
        Assert.That(months.Select(m => m["components"]?["flags"]?.ToJsonString()), Is.EqualTo(new[] { null, "24" }));
        var survey = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(survey, Enumerable.Range(0, 12).Select(_ => Some.Response()));
        Assert.That((await Service.Row($"listening?survey={survey}"))["components"]!["flags"], Is.Null, "concerns belong to no survey");
    }

    [Test]
    public async Task Employees_concerns_are_those_of_the_release_and_never_change()
    {
        var before = (await Service.Row("listening?audience=employee&period=2026-09")).ToJsonString();
        var parts = JsonNode.Parse(before)!["components"]!;
        Assert.That((parts.Number("flags"), parts.Number("flagsAnswered"), parts.Number("weeksToAnswer")), Is.EqualTo((40.0, 80.0, 2.0)));
        foreach (var flag in await _champion.Flags("?audience=employee&state=waiting")) await _champion.Answer(flag, "Late.").Body();
        Assert.That((await Service.Row("listening?audience=employee&period=2026-09")).ToJsonString(), Is.EqualTo(before));
        var inUnit = (await Service.Rows("listening?audience=employee&period=2026-09&where=unit:company")).Single();
        Assert.That(inUnit["components"]?["flags"], Is.Null, "of everybody only");
    }

    [Test]
    public async Task Closed_and_open_concerns_stand_beside_inertia()
    {
        var survey = await Service.Publish(Some.CustomerSurvey());
        foreach (var (month, unit) in new[] { "2026-08", "2026-09" }.SelectMany(m => new[] { "north", "south", "desk", "yard", "apart", "company" }, (m, u) => (m, u)))
            await Service.Store(survey, Enumerable.Range(0, 12).Select(i => new JsonObject { ["answeredAt"] = $"{month}-10T10:00:00Z", ["about"] = new JsonObject { ["unit"] = unit }, ["answers"] = new JsonObject { ["clean"] = 1 + i % 2 } }));
        var row = await Service.Row("inertia?audience=customer&period=2026-09");
        Assert.That(row.Status(), Is.EqualTo("released"));
        Assert.That((row["components"]!.Number("flagsOpen"), row["components"]!.Number("weeksToClose")), Is.EqualTo((14.0, 3.0)));
        Assert.That((await Service.Row($"inertia?survey={survey}&period=2026-09"))["components"]!["flagsOpen"], Is.Null);
    }

    [Test]
    public async Task The_committees_page_says_how_many_wait_where_k_do()
    {
        await _champion.Flags();
        for (var i = 0; i < 11; i++) await Service.Raise($"waits {i}", "south", "customer");
        for (var i = 0; i < 13; i++) await Service.Raise($"waits {i}", "desk");
        Assert.That(await Waiting(), Is.EqualTo(new Dictionary<string, string> { [""] = "16", ["company"] = "16", ["south"] = "13" }).Using<Dictionary<string, string>>((a, b) => a.Count == b.Count && !a.Except(b).Any()));
        Service.NextWeek();
        Assert.That((await Waiting())[""], Is.AnyOf("31", "36"), "with employees' to the nearest five, on the page of the whole alone");
        Assert.That((await Waiting()).Keys, Is.EquivalentTo(new[] { "", "company", "south" }));
    }

    private async Task<Dictionary<string, string>> Waiting() => (await Service.Read.GetAsync("/v1/committee/2026-09").Body())["value"]!.AsArray()
        .Where(p => p!["flagsWithoutAnswer"] is not null).ToDictionary(p => (string?)p!["unit"] ?? "", p => p!["flagsWithoutAnswer"]!.ToJsonString());

    private Task<Guid> Praise(string audience) => Service.Raise("Nice.", "desk", audience, kind: "praise");

    private static JsonNode Answer()
    {
        var response = Some.EmployeeResponse();
        response["answeredAt"] = "2026-09-20T12:00:00Z";
        return response;
    }

    private static int Number(JsonNode flag) => int.Parse(((string)flag["text"]!).Split(' ')[1]);
}
