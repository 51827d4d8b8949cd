namespace Feedback.Api.Tests.Indicators;

/// <summary>Breakdowns, filters, weights, tests and surveys together give what the answers give by definition.</summary>
public sealed class CuttingByDimensions(string engine) : AirportFixture(engine)
{
    [Test]
    public async Task A_breakdown_has_a_row_a_value_and_one_for_none()
    {
        var rows = await Service.Rows($"recommend?survey={Survey}&by=channel");
        Assert.That(rows.Select(r => (string?)r["channel"]), Is.EquivalentTo(new[] { null, "web", "app", "kiosk", Visit.Formula }));
        foreach (var row in rows) Visit.AssertRecommend(row, Visits.Where(v => v.Channel == (string?)row["channel"]));
        Assert.That(rows.Sum(r => (long)r["n"]!), Is.EqualTo((long)(await Service.Row($"recommend?survey={Survey}"))["n"]!));
    }

    [Test]
    public async Task Two_dimensions_cross()
    {
        var rows = await Service.Rows($"recommend?survey={Survey}&by=unit,boardingArea");
        Assert.That(rows, Has.Count.EqualTo(Real.Select(v => (v.Unit, v.Area)).Distinct().Count()));
        foreach (var row in rows) Visit.AssertRecommend(row, Visits.Where(v => v.Unit == (string?)row["unit"] && v.Area == (string?)row["boardingArea"]));
    }

    [Test]
    public async Task A_unit_holds_those_below_it()
    {
        foreach (var (unit, below) in (List<(string, string[])>)[("emea", ["emea", "sales", "service", "shops"]), ("sales", ["sales", "shops"]), ("apac", ["apac"])])
            Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}&where=unit:{unit}"), Visits.Where(v => below.Contains(v.Unit)));
    }

    [Test]
    public async Task Filters_hold_together()
    {
        Visit.AssertRecommend(
            await Service.Row($"recommend?survey={Survey}&where=unit:emea&where=channel:web&where=boardingArea:A&from=2026-01-01"),
            Visits.Where(v => v is { Unit: not (null or "apac"), Channel: "web", Area: "A" } && v.Day >= new DateOnly(2026, 1, 1)));
        var byChannel = await Service.Rows($"recommend?survey={Survey}&where=boardingArea:B&by=channel");
        foreach (var row in byChannel) Visit.AssertRecommend(row, Visits.Where(v => v.Area == "B" && v.Channel == (string?)row["channel"]));
        var formula = await Service.Row($"recommend?survey={Survey}&where={Uri.EscapeDataString("channel:" + Visit.Formula)}");
        Visit.AssertRecommend(formula, Visits.Where(v => v.Channel == Visit.Formula));
        Assert.That((await Service.Row($"recommend?survey={Survey}&where=channel:fax")).Status(), Is.EqualTo("withheld"));
    }

    [Test]
    public async Task Tests_are_left_out_unless_asked_for()
    {
        Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}&includeTest=true"), Visits, includesTest: true);
        Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}&includeTest=false"), Visits);
        Assert.That(Visits.Count(v => v.IsTest), Is.Positive);
    }

    [Test]
    public async Task Weighted_figures_use_the_sums_of_weights()
    {
        var row = await Service.Row($"recommend?survey={Survey}&weighted=true");
        var (all, weight) = (Real.ToList(), Real.Sum(v => (double)v.Weight));
        var (promoters, detractors) = (all.Where(v => v.Nps >= 9).Sum(v => v.Weight) / weight, all.Where(v => v.Nps <= 6).Sum(v => v.Weight) / weight);
        Assert.That(row.Number("estimate"), Is.EqualTo(100 * (promoters - detractors)).Within(1e-9));
        Assert.That((long)row["n"]!, Is.EqualTo(all.Count));
        Assert.That((double)row["components"]!["effectiveN"]!, Is.EqualTo(weight * weight / all.Sum(v => (double)v.Weight * v.Weight)).Within(1e-6));
        await Service.Read.GetAsync($"/v1/indicators/journey-pass?survey={Survey}&weighted=true").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task Surveys_that_ask_the_same_are_combined()
    {
        var more = Visit.Some(60, seed: 3);
        var second = await Service.Publish(Some.CustomerSurvey());
        await Service.Store(second, more.Select(v => v.ToJson()));
        Visit.AssertRecommend(await Service.Row($"recommend?survey={Survey}&survey={second}"), [.. Visits, .. more]);
        Visit.AssertRecommend(await Service.Row($"recommend?survey={second}&survey={Survey}&survey={second}"), [.. Visits, .. more]);
        foreach (var row in await Service.Rows($"recommend?survey={Survey}&survey={second}&by=channel"))
            Visit.AssertRecommend(row, Visits.Concat(more).Where(v => v.Channel == (string?)row["channel"]));
    }

    [Test]
    public async Task A_choice_has_a_row_an_option_and_those_who_answered_as_base()
    {
        var answered = Real.Count(v => v.Used is not null);
        var rows = await Service.Rows($"item?survey={Survey}&item=used");
        Assert.That(rows.Select(r => (string?)r["option"]), Is.EquivalentTo(new[] { "wifi", "lounge" }));
        foreach (var row in rows)
        {
            var chosen = Real.Count(v => v.Used?.Contains((string)row["option"]!) == true);
            Assert.That(row.Number("estimate"), Is.EqualTo(100.0 * chosen / answered).Within(1e-9));
            Assert.That((int)row["n"]!, Is.EqualTo(answered));
        }
    }

    [Test]
    public async Task An_item_has_its_mean_and_its_share_at_the_top()
    {
        var answers = Real.Where(v => v.Clean is not null).Select(v => v.Clean!.Value).ToList();
        var row = await Service.Row($"item?survey={Survey}&item=clean");
        Assert.That(row.Number("estimate"), Is.EqualTo(25 * (answers.Average() - 1)).Within(1e-9));
        Assert.That((double)row["components"]!["mean"]!, Is.EqualTo(answers.Average()).Within(1e-9));
        Assert.That((double)row["components"]!["topTwo"]!, Is.EqualTo(100.0 * answers.Count(a => a >= 4) / answers.Count).Within(1e-9));
        Assert.That((int)row["n"]!, Is.EqualTo(answers.Count));
        await Service.Read.GetAsync($"/v1/indicators/item?survey={Survey}&item=why").Problem(404, "unknown_item");
        await Service.Read.GetAsync($"/v1/indicators/item?survey={Survey}&item=other").Problem(404, "unknown_item");
        await Service.Read.GetAsync($"/v1/indicators/item?survey={Survey}").Problem(400, "invalid_parameter");
    }
}
