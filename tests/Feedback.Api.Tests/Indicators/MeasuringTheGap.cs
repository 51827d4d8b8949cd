using System.Text.Json.Nodes;
using Feedback.Indicators;

namespace Feedback.Api.Tests.Indicators;

/// <summary><c>hierarchy-gap</c>: how far two groups lie apart, on a construct or on each of its items.</summary>
public sealed class MeasuringTheGap(string engine) : GuestFixture(engine)
{
    private const string Levels = "&senior=level:senior&frontline=level:front";

    private static readonly string[] Engagement = ["advocacy", "attachment", "inspiration", "motivation", "pride"];

    [TestCase("", "engagement")]
    [TestCase("&measure=own.care", "own.care")]
    [TestCase("&measure=satisfaction", "satisfaction")]
    [TestCase("&measure=item:easy", "item:easy")]
    public async Task The_gap_is_senior_less_frontline(string query, string measure)
    {
        var row = await Service.Row($"hierarchy-gap?survey={Survey}{Levels}{query}");
        row.AssertFigure(Adjusted(Gap(measure, _ => true)));
        Assert.That(row.Number("estimate"), Is.EqualTo((double)row["components"]!["seniorMean"]! - (double)row["components"]!["frontlineMean"]!).Within(1e-9).And.Positive);
        Assert.That((int)row["n"]!, Is.EqualTo((int)row["components"]!["seniorN"]! + (int)row["components"]!["frontlineN"]!));
    }

    [Test]
    public async Task Units_hold_those_below_them()
    {
        var row = await Service.Row($"hierarchy-gap?survey={Survey}&senior=unit:apac&frontline=unit:emea");
        row.AssertFigure(Adjusted(new HierarchyGap().Of(Scores("engagement", p => p.IsIn("apac")), Scores("engagement", p => p.IsIn("emea")), Terms)));
        foreach (var (senior, frontline) in (List<(string, string)>)[("emea", "shops"), ("shops", "emea"), ("sales", "shops")])
            await Service.Read.GetAsync($"/v1/indicators/hierarchy-gap?survey={Survey}&senior=unit:{senior}&frontline=unit:{frontline}").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task Rows_share_one_family_of_comparisons()
    {
        var rows = await Service.Rows($"hierarchy-gap?survey={Survey}{Levels}&by=channel&interval=quarter");
        var figures = rows.Select(row => Gap("engagement", p => In(row)(p) && p.About("channel") == (string?)row["channel"])).ToList();
        Assert.That(figures.Select(f => f.Status), Does.Contain(Status.Withheld).And.Contain(Status.Released));
        foreach (var (row, figure) in rows.Zip(Adjusted([.. figures]))) row.AssertFigure(figure);
    }

    [Test]
    public async Task By_item_there_is_a_row_an_item_the_largest_gap_first()
    {
        var rows = await Service.Rows($"hierarchy-gap?survey={Survey}{Levels}&by=item");
        Assert.That(rows.Select(r => (string)r["item"]!), Is.EquivalentTo(Engagement).And.Not.EqualTo(Engagement), "not in the order of names");
        Assert.That(rows.Select(r => Math.Abs(r.Number("estimate"))), Is.Ordered.Descending);
        var figures = Adjusted([.. rows.Select(r => Gap("item:" + (string)r["item"]!, _ => true))]);
        foreach (var (row, figure) in rows.Zip(figures)) row.AssertFigure(figure);
        Assert.That(rows.Any(r => (double)r["components"]!["pAdjusted"]! > (double)r["components"]!["p"]!));
    }

    [Test]
    public async Task By_item_and_a_dimension_each_group_has_its_order_and_all_share_one_family()
    {
        foreach (var by in (string[])["item,channel", "channel,item"])
        {
            var rows = await Service.Rows($"hierarchy-gap?survey={Survey}{Levels}&by={by}&where=unit:emea");
            Assert.That(rows, Has.Count.EqualTo(Engagement.Length * People.Where(p => p.IsIn("emea")).Select(p => p.About("channel")).Distinct().Count()));
            foreach (var group in rows.GroupBy(r => (string?)r["channel"]))
                Assert.That(group.Select(r => r["estimate"] is { } gap ? Math.Abs((double)gap) : -1), Is.Ordered.Descending, group.Key);
            var figures = Adjusted([.. rows.Select(r => Gap("item:" + (string)r["item"]!, p => p.IsIn("emea") && p.About("channel") == (string?)r["channel"]))]);
            foreach (var (row, figure) in rows.Zip(figures)) row.AssertFigure(figure);
        }
    }

    [Test]
    public async Task Touchpoints_are_compared_one_by_one_only()
    {
        var rows = await Service.Rows($"hierarchy-gap?survey={Survey}{Levels}&by=item&measure=experience");
        Assert.That(rows.Select(r => (string)r["item"]!), Is.EquivalentTo((string[])["at-desk", "at-gate", "at-wifi", "at-parking"]));
        await Service.Read.GetAsync($"/v1/indicators/hierarchy-gap?survey={Survey}{Levels}&measure=experience").Problem(400, "invalid_parameter");
    }

    [Test]
    public async Task Surveys_are_combined_unless_they_mean_different_things_with_an_item()
    {
        var more = Guests.Some(200, seed: 3);
        var second = await Service.Publish(Guests.Survey());
        await Service.Store(second, more);
        Moments Side(string level) => Construct.Parse("engagement").Scores(Counted.Of(Guests.Survey(), People.Concat(more).Where(p => p.About("level") == level)), Terms);
        (await Service.Row($"hierarchy-gap?survey={Survey}&survey={second}{Levels}")).AssertFigure(Adjusted(new HierarchyGap().Of(Side("senior"), Side("front"), Terms)));
        var other = Guests.Survey();
        (other["items"]![3]!["measures"], other["items"]![4]!["measures"]) = ("engagement.advocacy", "engagement.pride");
        var third = await Service.Publish(other);
        await Service.Read.GetAsync($"/v1/indicators/hierarchy-gap?survey={Survey}&survey={third}{Levels}&by=item").Problem(400, "invalid_parameter");
        Assert.That(await Service.Rows($"hierarchy-gap?survey={Survey}&survey={third}{Levels}"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Shapes_are_those_of_every_indicator()
    {
        await AssertWithheld($"hierarchy-gap?survey={Survey}{Levels}");
        await AssertWithheld($"hierarchy-gap?survey={Survey}{Levels}&by=item");
        await AssertShape($"hierarchy-gap?survey={Survey}{Levels}&by=channel");
        await AssertShape($"hierarchy-gap?survey={Survey}{Levels}&by=channel,item&interval=year");
    }

    [TestCase("senior=level:senior", "invalid_parameter")]
    [TestCase("frontline=level:front", "invalid_parameter")]
    [TestCase("senior=level:senior&frontline=channel:web", "invalid_parameter")]
    [TestCase("senior=level:senior&frontline=level:senior", "invalid_parameter")]
    [TestCase("senior=level&frontline=level:front", "invalid_parameter")]
    [TestCase("senior=grade:senior&frontline=grade:front", "unknown_dimension")]
    [TestCase("senior=level:senior&frontline=level:front&by=level", "invalid_parameter")]
    [TestCase("senior=level:senior&frontline=level:front&by=touchpoint", "invalid_parameter")]
    [TestCase("senior=level:senior&frontline=level:front&by=item,channel,unit", "invalid_parameter")]
    [TestCase("senior=level:senior&frontline=level:front&weighted=true", "invalid_parameter")]
    [TestCase("senior=level:senior&frontline=level:front&level=1", "unknown_parameter")]
    public async Task What_it_cannot_compare_is_refused(string query, string code) =>
        await Service.Read.GetAsync($"/v1/indicators/hierarchy-gap?survey={Survey}&{query}").Problem(400, code);

    private Moments Scores(string measure, Func<JsonNode, bool> meant) => Construct.Parse(measure).Scores(Count(meant), Terms);

    private Figure Gap(string measure, Func<JsonNode, bool> meant) => new HierarchyGap().Of(
        Scores(measure, p => meant(p) && p.About("level") == "senior"), Scores(measure, p => meant(p) && p.About("level") == "front"), Terms);

    private static Figure Adjusted(Figure one) => Adjusted([one]).Single();

    /// <summary>In the order given, with p adjusted over those that hold one (Benjamini and Hochberg).</summary>
    private static List<Figure> Adjusted(List<Figure> figures)
    {
        var tested = figures.Where(f => f.Components.ContainsKey("p")).ToList();
        var adjusted = FalseDiscovery.Adjust([.. tested.Select(f => (double)f.Components["p"]!)]);
        return [.. figures.Select(f => tested.IndexOf(f) is var i && i < 0 ? f : f with { Components = new Dictionary<string, object?>(f.Components) { ["pAdjusted"] = adjusted[i] } })];
    }
}
