using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary><c>consistency</c> over channels, units, touchpoints and time, alone and together.</summary>
public sealed class ComparingFacets(string engine) : GuestFixture(engine)
{
    [TestCase("satisfaction", "")]
    [TestCase("own.care", "&measure=own.care")]
    [TestCase("item:easy", "&measure=item:easy")]
    public async Task Channels_are_compared_on_any_measure(string measure, string query)
    {
        var rows = await AssertRows($"consistency?survey={Survey}&over=channel{query}", People, people => [Values("channel", measure, people, p => p.About("channel"))], measure);
        Assert.That((int)rows[0]["components"]!["cells"]!, Is.EqualTo(5), "three people by fax are no cell, and neither are those without a channel");
    }

    [Test]
    public async Task The_pair_furthest_apart_is_named()
    {
        var row = (await Service.Rows($"consistency?survey={Survey}&over=channel"))[0];
        var means = People.Where(p => p.About("channel") is not null and not "fax" && p["answers"]!["overall"] is not null).GroupBy(p => p.About("channel"))
            .Select(g => (Channel: g.Key, Mean: 25 * (g.Average(p => (int)p["answers"]!["overall"]!) - 1))).OrderBy(g => g.Mean).ToList();
        var parts = row["components"]!;
        Assert.That(((string?)parts["gapFrom"], (string?)parts["gapTo"]), Is.EqualTo((means[0].Channel, means[^1].Channel)));
        Assert.That((double)parts["gap"]!, Is.EqualTo(means[^1].Mean - means[0].Mean).Within(1e-9));
        Assert.That((double)parts["level"]!, Is.EqualTo(means.Average(m => m.Mean)).Within(1e-9));
        Assert.That((double)parts["gapLow"]!, Is.LessThan((double)parts["gap"]!));
        Assert.That((double)parts["gapPAdjusted"]!, Is.InRange(0, 1));
    }

    [TestCase(null, 11)]
    [TestCase(1, 5)]
    [TestCase(2, 5)]
    public async Task Units_are_compared_as_they_are_named_or_at_a_level(int? level, int cells)
    {
        var rows = await AssertRows($"consistency?survey={Survey}&over=unit{(level is null ? "" : "&level=" + level)}", People, people => [Values("unit", "satisfaction", people, p => p.UnitAt(level))]);
        Assert.That((int)rows[0]["components"]!["cells"]!, Is.EqualTo(cells));
    }

    [TestCase("", "month")]
    [TestCase("&interval=week", "week")]
    [TestCase("&interval=quarter", "quarter")]
    [TestCase("&from=2026-02-10&to=2026-08-20", "month")]
    public async Task Time_is_one_row_whose_cells_are_periods(string query, string interval)
    {
        var rows = await Service.Rows($"consistency?survey={Survey}&over=time{query}");
        Assert.That(rows.Select(r => (string?)r["facet"]), Is.EqualTo(new[] { "time", "all" }));
        var people = People.Where(In(rows[0])).ToList();
        AssertRows(rows, [Periods("satisfaction", people, interval, (string?)rows[0]["from"] is { } from ? DateOnly.ParseExact(from, "yyyy-MM-dd", null) : default)]);
        if (interval == "month") Assert.That(rows[0].Status(), Is.EqualTo("released"));
    }

    [Test]
    public async Task Facets_are_combined_and_those_too_wide_left_out()
    {
        var rows = await AssertRows($"consistency?survey={Survey}&over=channel,touchpoint,unit,time&level=1", People, people =>
            [Values("channel", "satisfaction", people, p => p.About("channel")), Facet.Touchpoints(Counted.Of(Guests.Survey(), people), Terms), Values("unit", "satisfaction", people, p => p.UnitAt(1)), Periods("satisfaction", people, "month")]);
        Assert.That(rows.Select(r => (string?)r["facet"]), Is.EqualTo(new[] { "channel", "touchpoint", "unit", "time", "all" }), "in the order asked for");
        Assert.That(rows[^1]["components"]!["sigmaUniform"], Is.Not.Null);
    }

    [Test]
    public async Task A_series_and_a_breakdown_have_the_facets_of_each_group()
    {
        await AssertRows($"consistency?survey={Survey}&over=channel,unit&interval=quarter", People, people =>
            [Values("channel", "satisfaction", people, p => p.About("channel")), Values("unit", "satisfaction", people, p => p.About("unit"))]);
        await AssertRows($"consistency?survey={Survey}&over=channel,time&by=level&where=unit:emea", [.. People.Where(p => p.IsIn("emea"))], people =>
            [Values("channel", "satisfaction", people, p => p.About("channel")), Periods("satisfaction", people, "month")]);
    }

    [Test]
    public async Task Facets_on_different_ranges_are_not_combined()
    {
        var rows = await Service.Rows($"consistency?survey={Survey}&over=channel,touchpoint&measure=effort");
        Assert.That(rows.Select(r => r.Status()), Is.All.EqualTo("insufficient"), "seven points and five");
        Assert.That(rows.Select(r => (int?)r["n"]), Is.All.Positive);
        var second = await Service.Publish(Longer());
        var apart = $"consistency?survey={Survey}&survey={second}&over=channel";
        Assert.That((await Service.Rows(apart))[0].Status(), Is.EqualTo("released"), "a survey without answers has no range here");
        await Service.Store(second, Guests.Some(30, seed: 6));
        Assert.That((await Service.Rows(apart)).Select(r => r.Status()), Is.All.EqualTo("insufficient"));
        var others = $"consistency?survey={Survey}&survey={second}&over=channel,touchpoint";
        var before = $"{others}&to=2025-01-01";
        Assert.That((await Service.Rows(before)).Select(r => r.Status()), Is.All.EqualTo("withheld"), "nobody");
    }

    [Test]
    public async Task Surveys_on_one_range_are_combined()
    {
        var more = Guests.Some(200, seed: 3);
        var second = await Service.Publish(Guests.Survey());
        await Service.Store(second, more);
        await AssertRows($"consistency?survey={Survey}&survey={second}&over=channel,touchpoint", [.. People, .. more], people =>
            [Values("channel", "satisfaction", people, p => p.About("channel")), Facet.Touchpoints(Counted.Of(Guests.Survey(), people), Terms)]);
    }

    [Test]
    public async Task A_facet_that_nobody_answered_to_leaves_the_others_their_figures()
    {
        var survey = await Service.Publish(Guests.Survey());
        var people = Guests.Some(700, seed: 7);
        foreach (var person in people) foreach (var item in (string[])["at-desk", "at-gate", "at-wifi", "at-parking"]) person["answers"]!.AsObject().Remove(item);
        await Service.Store(survey, [.. people.Where(p => p["answers"]!.AsObject().Count > 0)]);
        var rows = await Service.Rows($"consistency?survey={survey}&over=touchpoint,channel");
        Assert.That(rows.Select(r => ((string?)r["facet"], r.Status())), Is.EqualTo(new[] { ("touchpoint", "withheld"), ("channel", "released"), ("all", "released") }));
    }

    [Test]
    public async Task An_empty_survey_has_every_row()
    {
        var survey = await Service.Publish(Guests.Survey());
        var rows = await Service.Rows($"consistency?survey={survey}&over=time,channel,touchpoint");
        Assert.That(rows.Select(r => ((string?)r["facet"], r.Status())), Is.EqualTo(new[] { ("time", "withheld"), ("channel", "withheld"), ("touchpoint", "withheld"), ("all", "withheld") }));
        Assert.That(await Service.Rows($"consistency?survey={survey}&over=time,channel&by=level"), Is.Empty);
    }

    [Test]
    public async Task Employees_periods_are_those_of_their_survey()
    {
        var definition = Guests.Survey("employee");
        definition["period"] = "quarter";
        var survey = await Service.Publish(definition);
        var people = Guests.Some(400, seed: 9);
        foreach (var (person, i) in people.Select((p, i) => (p, i)))
        {
            person.AsObject().Remove("weight");
            person["answeredAt"] = $"{2024 + i % 8 / 4}-{i % 4 * 3 + 1 + i / 8 % 3:D2}-07T12:00:00Z";
        }
        await Service.Store(survey, people);
        foreach (var quarter in Enumerable.Range(0, 8)) await Service.Release($"{2024 + quarter / 4}-Q{1 + quarter % 4}");
        var row = (await Service.Rows($"consistency?survey={survey}&over=time&measure=satisfaction"))[0];
        Assert.That((int?)row["components"]!["cells"], Is.EqualTo(8), "quarters, not twenty-four months");
    }

    [Test]
    public async Task Shapes_are_those_of_every_indicator()
    {
        await AssertWithheld($"consistency?survey={Survey}&over=channel,time");
        await AssertShape($"consistency?survey={Survey}&over=unit,touchpoint&by=level&interval=year");
    }

    [TestCase("over=channel,channel", "invalid_parameter")]
    [TestCase("over=touchpoint,time,channel,level,unit,channel", "invalid_parameter")]
    [TestCase("over=channel,weather", "unknown_dimension")]
    [TestCase("over=channel&level=1", "invalid_parameter")]
    [TestCase("over=channel&by=channel", "invalid_parameter")]
    [TestCase("over=channel&measure=experience", "invalid_parameter")]
    [TestCase("measure=own.care", "invalid_parameter")]
    [TestCase("over=touchpoint&measure=item:easy", "invalid_parameter")]
    [TestCase("weighted=true", "invalid_parameter")]
    [TestCase("threshold=50", "unknown_parameter")]
    public async Task What_it_cannot_compare_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/consistency?survey={Survey}&{query}").Problem(400, code);

    private static JsonObject Longer()
    {
        var definition = Guests.Survey();
        definition["items"]![8]!["high"] = 7;
        return definition;
    }

    private Facet Values(string name, string measure, List<JsonNode> people, Func<JsonNode, string?> valueOf) => new(name, FacetKind.Dimension,
        [.. people.Where(p => valueOf(p) is not null).GroupBy(p => valueOf(p)!).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new FacetCell(g.Key, Scores(measure, g)))]);

    /// <summary>Periods, named by their first day of those that are asked for.</summary>
    private Facet Periods(string measure, List<JsonNode> people, string interval, DateOnly from = default) => new("time", FacetKind.Time,
        [.. people.GroupBy(p => Start(p.Day(), interval)).OrderBy(g => g.Key).Select(g => new FacetCell((g.Key > from ? g.Key : from).Day(), Scores(measure, g)))]);

    private static DateOnly Start(DateOnly day, string interval) => interval switch
    {
        "week" => day.AddDays(-((int)day.DayOfWeek + 6) % 7),
        "month" => new(day.Year, day.Month, 1),
        _ => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
    };

    private Moments Scores(string measure, IEnumerable<JsonNode> people) => Construct.Parse(measure).Scores(Counted.Of(Guests.Survey(), people), Terms);

    /// <summary>Every group of the answer has the rows that the library makes of its people's facets.</summary>
    private async Task<List<JsonNode>> AssertRows(string query, List<JsonNode> people, Func<List<JsonNode>, Facet[]> facetsOf, string measure = "satisfaction")
    {
        var rows = await Service.Rows(query);
        Assert.That(rows.Select(r => r.Status()), Does.Contain("released"));
        foreach (var group in rows.GroupBy(r => ((string?)r["from"], (string?)r["to"], Level: (string?)r["level"])))
            AssertRows([.. group], facetsOf([.. people.Where(p => In(group.First())(p) && (!query.Contains("by=level", StringComparison.Ordinal) || p.About("level") == group.Key.Level))]), measure);
        return rows;
    }

    private void AssertRows(List<JsonNode> rows, Facet[] facets, string measure = "satisfaction")
    {
        var expected = new Consistency().Rows(new ConsistencyInput(facets, measure == "item:easy" ? 7 : 5, measure == "own.care" ? 3 : 1), Terms);
        Assert.That(rows.Select(r => (string?)r["facet"]), Is.EqualTo(expected.Select(e => e.Name)));
        foreach (var (row, figure) in rows.Zip(expected)) row.AssertFigure(figure.Figure);
    }
}
