using System.Text.Json.Nodes;
using Feedback.Api.Tests.Anonymity.Invented;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>A7 and A8: asking again while people answer, and shifting the window. Three months are released: August, September and October 2026.</summary>
[TestFixtureSource(typeof(Engines), nameof(Engines.All))]
public sealed class WatchingPeriods(string engine)
{
    private const int K = 10;

    private ReleasedOrganisation _waves = null!;

    [OneTimeSetUp]
    public async Task HaveThreeWaves() => _waves = await SharedReleases.Waves(engine);

    [Test]
    public async Task A07_while_people_answer_released_figures_stand_still_and_the_open_period_is_not_there()
    {
        string[] paths = [.. new[] { "trust?by=unit", "stay?by=grade", "item?item=trust.capability" }.Select(q => Path(q, "2026-10")), Path("trust?interval=month", null), Path("trust", null)];
        var before = await Bodies(paths);
        var missing = await Refused(Path("trust", "2026-11"));
        foreach (var person in _waves.Organisation.ToResponses(new DateOnly(2026, 11, 20), ["grade"]).Take(12))
        {
            await _waves.Service.StoreInvited(_waves.Survey, [person]);
            Assert.That(await Bodies(paths), Is.EqualTo(before));
            Assert.That(await Refused(Path("trust", "2026-11")), Is.EqualTo(missing));
        }
    }

    /// <summary>The refusal of the open period is the same as that of a period that will never be, or long ago, or of a unit nobody has.</summary>
    [TestCase("trust", "2026-12")]
    [TestCase("trust", "2014-01")]
    [TestCase("trust?where=unit:nobody", "2026-11")]
    [TestCase("stay?by=unit", "2026-11")]
    [TestCase("listening", "2026-11")]
    public async Task A07_every_period_that_is_not_released_is_missing_in_the_same_words(string query, string period) =>
        Assert.That(await Refused(Path(query, period)), Is.EqualTo(await Refused(Path("trust", "2026-11"))));

    [TestCase("from=2026-08-01")]
    [TestCase("to=2026-10-02")]
    [TestCase("from=2026-08-01&to=2026-10-31")]
    [TestCase("from=2026-10-10&to=2026-10-11")]
    [TestCase("period=2026-10-10")]
    [TestCase("period=2026-W41")]
    [TestCase("period=2026-08..2026-09")]
    [TestCase("period=2026-08-15..2026-09-15")]
    [TestCase("interval=week")]
    [TestCase("interval=day")]
    [TestCase("includeTest=true")]
    public async Task A08_windows_off_the_grid_are_refused(string query) =>
        Assert.That((int)(await _waves.Service.Read.GetAsync($"/v1/indicators/trust?survey={_waves.Survey}&{query}")).StatusCode, Is.EqualTo(400));

    /// <summary>The mean of a longer period lies where the months put it, by their people; a cell that one of its months hides is withheld.</summary>
    [TestCase("2026", "2026-08", "2026-09", "2026-10")]
    [TestCase("2026-Q3", "2026-08", "2026-09")]
    [TestCase("2026-Q4", "2026-10")]
    public async Task A08_a_longer_period_is_the_sum_of_the_released_ones_in_it_or_withheld(string period, params string[] months)
    {
        var longer = await Rows("trust?by=unit", period);
        var parts = new List<Dictionary<string, JsonNode>>();
        foreach (var month in months) parts.Add(await Rows("trust?by=unit", month));
        var summed = 0;
        foreach (var (unit, row) in longer)
        {
            var here = parts.Select(p => p.GetValueOrDefault(unit)).OfType<JsonNode>().ToList();
            if (row.Status() != "released") continue;
            Assert.That(here.Select(p => p.Status()), Is.All.EqualTo("released"), unit);
            Assert.That(row.Number("estimate"), Is.InRange(here.Min(p => p.Number("estimate")) - .051, here.Max(p => p.Number("estimate")) + .051), unit);
            var people = TruePeople(unit, months);
            Assert.That(row.Number("n"), Is.EqualTo(people).Within(2.5), unit);
            Assert.That(row.Number("estimate"), Is.EqualTo(TrueMean(unit, months)).Within(.0501), unit);
            summed++;
        }
        Assert.That(summed, Is.GreaterThan(3));
    }

    private int TruePeople(string unit, string[] months) => People(unit, months).Count();

    private double TrueMean(string unit, string[] months) => People(unit, months).Average(p => InventedSurvey.Trust.Average(i => 25.0 * (p.Answers[i] - 1)));

    private IEnumerable<InventedPerson> People(string unit, string[] months) => Enumerable.Range(0, _waves.Waves.Count)
        .Where(w => months.Contains(_waves.PeriodOf(w))).SelectMany(w => _waves.Waves[w].In(unit)).Where(p => p.AnsweredAll(InventedSurvey.Trust));

    private async Task<Dictionary<string, JsonNode>> Rows(string query, string period) =>
        (await _waves.Service.Read.GetAsync(Path(query, period)).Body())["value"]!.AsArray().Where(r => r!["unit"] is not null).ToDictionary(r => (string)r!["unit"]!, r => r!);

    private string Path(string query, string? period) =>
        $"/v1/indicators/{query}{(query.Contains('?', StringComparison.Ordinal) ? '&' : '?')}survey={_waves.Survey}{(period is null ? "" : "&period=" + period)}";

    private async Task<List<string>> Bodies(string[] paths)
    {
        var bodies = new List<string>();
        foreach (var path in paths) bodies.Add(await _waves.Service.Read.GetStringAsync(path));
        return bodies;
    }

    private async Task<string> Refused(string path)
    {
        var answer = await _waves.Service.Read.GetAsync(path);
        await answer.Problem(404, "period_not_released");
        var body = await answer.Body(404);
        body["traceId"] = null;
        return body.ToJsonString();
    }
}
