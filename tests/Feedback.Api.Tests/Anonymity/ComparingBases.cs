using Feedback.Api.Tests.Anonymity.Invented;
using Feedback.Api.Tests.Anonymity.Solving;

namespace Feedback.Api.Tests.Anonymity;

/// <summary>
/// A23: the items of a scale against its score. Were they worked out on different people, the difference would be the answers of
/// those who skipped an item: in this organisation one in nine, often one or two in a team.
/// </summary>
public sealed class ComparingBases(string engine) : AttackFixture(engine)
{
    private static IEnumerable<TestCaseData> Scales() =>
        [new("trust", InventedSurvey.Trust), new("engagement", InventedSurvey.Engagement), new("purpose", InventedSurvey.Purpose), new("change-readiness", InventedSurvey.Readiness)];

    [TestCaseSource(nameof(Scales))]
    public async Task A23_items_of_a_scale_are_of_the_same_people_as_its_score(string indicator, string[] items)
    {
        var (scale, truth) = (await Pulse.Crawl(indicator), Pulse.Truth(items));
        var parts = new List<IReadOnlyDictionary<AskedCell, ServedRow>>();
        foreach (var item in items) parts.Add(await Pulse.Crawl("item?item=" + item));
        var cells = scale.Values.Select(row => (Row: row, Items: parts.ConvertAll(p => p[row.Cell]))).ToList();
        Assert.That(cells.Where(c => c.Items.Any(i => (i.Status, i.N) != (c.Row.Status, c.Row.N))).Select(c => c.Row.ToString()), Is.Empty);
        var figures = cells.Where(c => c.Row.IsReleased && c.Items.Append(c.Row).All(r => r.Bound is null)).ToList();
        Assert.That(figures, Has.Count.GreaterThan(200));
        Assert.That(figures.Where(c => Math.Abs((double)(c.Items.Average(i => i.Estimate) - c.Row.Estimate)!) > .1001).Select(c => c.Row.ToString()), Is.Empty);
        var anyItem = new TrueCells(Pulse.Organisation, Pulse.Dimensions, Pulse.Organisation.People.Where(p => items.Any(p.Answers.ContainsKey)));
        Assert.That(scale.Values.Count(r => r.IsReleased && truth[r.Cell].People < anyItem[r.Cell].People), Is.GreaterThan(50), "cells in which somebody skipped an item");
    }

    /// <summary>Summed over the parts of a whole, as over the cells of a breakdown, nothing is left either: no part of the sums is of other people.</summary>
    [TestCaseSource(nameof(Scales))]
    public async Task A23_every_figure_is_that_of_the_people_who_answered_all_items(string indicator, string[] items)
    {
        var truth = Pulse.Truth(items);
        foreach (var (name, asked) in items.Select(i => ("item?item=" + i, (string[])[i])).Prepend((indicator, items)))
        {
            var figures = (await Pulse.Crawl(name)).Values.Where(r => r.IsReleased && r.Bound is null).ToList();
            Assert.That(figures, Has.Count.GreaterThan(200));
            Assert.That(figures.Where(r => Math.Abs((double)r.Estimate! - Mean(truth, r.Cell, asked)) > .0501).Select(r => $"{name} {r}"), Is.Empty);
        }
    }

    [Test]
    public async Task A23_components_of_a_scale_are_of_the_same_people_too()
    {
        var (rows, truth) = (await Pulse.Crawl("trust"), Pulse.Truth(InventedSurvey.Trust));
        var large = rows.Values.Where(r => r.Components.ContainsKey("capability")).ToList();
        Assert.That(large, Has.Count.GreaterThan(50));
        foreach (var item in InventedSurvey.Trust)
            Assert.That(large.Where(r => Math.Abs(r.Components[item["trust.".Length..]] - Mean(truth, r.Cell, [item])) > .0501).Select(r => r.ToString()), Is.Empty);
    }

    /// <summary>The mean of the asked items on 0 to 100 over the people of a cell who answered all items of the scale.</summary>
    private static double Mean(TrueCells truth, AskedCell cell, string[] asked) => truth.PeopleIn(cell).Average(p => asked.Average(i => 25.0 * (p.Answers[i] - 1)));
}
