using Dapper;
using Feedback.Api.Figures;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary>Figures from raw answers of a closed period are worked out once and then read, until something changes.</summary>
public sealed class KeepingFigures(string engine) : ServiceFixture(engine)
{
    private static readonly string[] Drivers = ["wait", "staff"];

    private readonly List<Guest> _guests = [.. Guest.Some(800).Where(g => !g.IsTest)];
    private string _survey = "", _query = "";

    [SetUp]
    public async Task StoreTheGuests()
    {
        await Service.Admin.Put("/v1/units", Visit.Units).Body();
        _survey = await Service.Publish(Guest.Survey("customer"));
        await Service.InSession(s => s.Connection.ExecuteAsync("delete from computed_rows", transaction: s.Transaction));
        await Service.Store(_survey, _guests.Select(g => g.ToJson()));
        _query = $"drivers?survey={_survey}&outcome=nps&drivers=wait,staff";
    }

    [TestCase("period=2026-Q1", true)]
    [TestCase("from=2026-01-01&to=2026-11-21", true)]
    [TestCase("to=2026-11-21", true)]
    [TestCase("to=2026-11-22", false)]
    [TestCase("from=2026-01-01", false)]
    [TestCase("", false)]
    public async Task A_closed_period_is_not_worked_out_again_and_an_open_one_is(string range, bool isClosed)
    {
        var query = $"{_query}&by=channel&{range}";
        var first = await Service.Indicator(query);
        if (isClosed) await Kept(1);
        await ForgetTheAnswers();
        var second = await Service.Indicator(query);
        if (isClosed) Assert.That(second["value"]!.ToJsonString(), Is.EqualTo(first["value"]!.ToJsonString()), "to the last digit");
        else Assert.That(second["value"]!.AsArray().Select(r => r!.Status()), Is.All.EqualTo("withheld"), "nobody answered everything any more");
        Assert.That(first["value"]!.AsArray().Select(r => r!.Status()), Does.Contain("released"));
    }

    [Test]
    public async Task Another_question_is_not_answered_with_what_was_kept()
    {
        await Service.Rows($"{_query}&period=2026-Q1");
        await Kept(1);
        await ForgetTheAnswers();
        foreach (var other in (string[])["period=2026-Q2", "period=2026-Q1&where=channel:web", "period=2026-Q1&includeTest=true", "period=2026-Q1&by=channel"])
            Assert.That((await Service.Rows($"{_query}&{other}")).Select(r => r.Status()), Is.All.EqualTo("withheld"), other);
        foreach (var other in (string[])["outcome=trust&drivers=wait,staff", "outcome=nps&drivers=staff,wait", "outcome=nps&drivers=wait,price"])
            Assert.That((await Service.Rows($"drivers?survey={_survey}&{other}&period=2026-Q1")).Select(r => r.Status()), Is.All.EqualTo("withheld"), other);
    }

    [Test]
    public async Task An_erased_response_takes_the_kept_figures_of_its_day_with_it()
    {
        var id = Guid.NewGuid();
        var last = _guests.Last(g => g.Day < new DateOnly(2026, 4, 1) && g.Complete(["nps", .. Drivers]));
        var response = last.ToJson();
        response["id"] = id.ToString();
        await Service.Store(_survey, [response]);
        await AssertFirstQuarter([.. _guests, last]);
        await Service.Rows($"{_query}&period=2026-Q2");
        await Kept(2);
        Assert.That((await Service.Ingest.DeleteAsync($"/v1/responses/{id}")).IsSuccessStatusCode);
        Assert.That(await Service.Column<int>("select first_day from computed_rows"), Is.EqualTo(new[] { 20260401 }), "the other quarter's stay");
        await AssertFirstQuarter(_guests);
    }

    [Test]
    public async Task A_late_response_changes_the_figures_and_replaces_what_was_kept()
    {
        await AssertFirstQuarter(_guests);
        await Kept(1);
        var kept = await Service.Column<string>("select fingerprint from computed_rows");
        var late = Guest.Some(900).Where(g => !g.IsTest).Skip(_guests.Count).ToList();
        await Service.Store(_survey, late.Select(g => g.ToJson()));
        await AssertFirstQuarter([.. _guests, .. late]);
        for (var i = 0; i < 1_200 && (await Service.Column<string>("select fingerprint from computed_rows")).SequenceEqual(kept); i++) await Task.Delay(50);
        await Kept(1);
        Assert.That(await Service.Column<string>("select fingerprint from computed_rows"), Is.Not.EqualTo(kept));
    }

    [Test]
    public async Task A_figure_does_not_wait_for_being_kept()
    {
        await Service.InSession(async _ => await AssertFirstQuarter(_guests));
        await Kept(1);
    }

    [Test]
    public async Task The_same_question_may_be_asked_many_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Service.Rows($"{_query}&period=2026-Q1")));
        Assert.That(answers.Select(a => string.Join('\n', a.Select(r => r.ToJsonString()))).Distinct().Count(), Is.EqualTo(1));
        await Kept(1);
    }

    [Test]
    public async Task The_newest_thousand_are_kept()
    {
        await Service.InSession(async s =>
        {
            foreach (var i in Enumerable.Range(0, ComputedRows.MostKept))
                await s.Connection.ExecuteAsync("insert into computed_rows (question, fingerprint, first_day, past_day, computed_at, figures) values (@q, 'f', 0, 1, @i, '[]')", new { q = $"{i}", i }, s.Transaction);
        });
        await Service.Rows($"{_query}&period=2026-Q1");
        for (var i = 0; i < 1_200 && await Service.Number("select count(*) from computed_rows where first_day > 0") == 0; i++) await Task.Delay(50);
        Assert.That(await Service.Number("select count(*) from computed_rows where first_day > 0"), Is.EqualTo(1));
        Assert.That(await Service.Number("select count(*) from computed_rows"), Is.EqualTo(ComputedRows.MostKept));
        Assert.That(await Service.Number("select min(computed_at) from computed_rows"), Is.EqualTo(1));
    }

    private async Task AssertFirstQuarter(IEnumerable<Guest> guests)
    {
        var people = guests.Where(g => g.Day < new DateOnly(2026, 4, 1)).Select(g => g.Pattern(Drivers, x => x.Nps)).OfType<AnswerPattern>().ToList();
        var expected = new Feedback.Indicators.Drivers().Rows(Drivers, people, new Terms(Audience.Customer, 10));
        var rows = await Service.Rows($"{_query}&period=2026-Q1");
        Assert.That(rows.Select(r => (long)r["n"]!), Is.All.EqualTo(people.Count));
        Assert.That(rows.Select(r => r.Number("estimate")), Is.EqualTo(expected.Select(e => e.Figure.Estimate!.Value)).Within(1e-9));
    }

    /// <summary>Takes every answer out of the store behind the service's back; the counts stay.</summary>
    private Task ForgetTheAnswers() => Service.InSession(s => s.Connection.ExecuteAsync(
        "update response set answers = '{}' where survey = (select id from survey where survey_key = @_survey)", new { _survey }, s.Transaction));

    /// <summary>Waits until so many answers are kept.</summary>
    private async Task Kept(int count)
    {
        for (var i = 0; i < 1_200 && await Service.Number("select count(*) from computed_rows") != count; i++) await Task.Delay(50);
        Assert.That(await Service.Number("select count(*) from computed_rows"), Is.EqualTo(count));
    }
}
