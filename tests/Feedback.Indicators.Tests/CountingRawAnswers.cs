using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>The 48 people of the reference file, counted here from their raw answers.</summary>
public sealed class CountingRawAnswers
{
    private static readonly string[] Scales = ["trust", "engagement", "readiness", "purpose"];

    private static readonly Counts People48 = Counts.Sum(
        ReferenceFile.People48["people"]!.AsArray().Select(person => Person(person!.AsObject())));

    private static IEnumerable<ReferenceCase> CasesOfPeople48 => ReferenceFile.Cases.Where(
        reference => reference.OfPeople48 && IndicatorCatalogue.Find(reference.Slug) is CountedIndicator);

    [TestCaseSource(nameof(CasesOfPeople48))]
    public void Counts_of_the_48_people_are_the_inputs_of_their_cases(ReferenceCase reference)
    {
        foreach (var expected in reference.Counts.Items)
        {
            var item = People48.Items.Single(item => item.Measure == expected.Measure);
            Assert.That(item with { Item = "", Values = [] }, Is.EqualTo(expected with { Item = "", Values = [] }));
            Assert.That(Plain(item), Is.EqualTo(Plain(expected)), expected.Measure);
        }
        foreach (var expected in reference.Counts.Scales)
        {
            var scale = People48.Scales.Single(scale => scale.Scale == expected.Scale);
            Assert.That(Rows(scale), Is.EqualTo(Rows(expected)), expected.Scale);
        }
    }

    [TestCaseSource(nameof(CasesOfPeople48))]
    public void The_48_people_give_the_figures_of_their_cases(ReferenceCase reference) => Expect.Row(
        ((CountedIndicator)IndicatorCatalogue.Find(reference.Slug)!).Of(People48, reference.Terms), reference.Expected, reference.Tolerance);

    [Test]
    public void Employees_scale_items_are_those_of_people_who_answered_the_whole_scale()
    {
        var people = ReferenceFile.People48["people"]!.AsArray()
            .Where(person => Trust.Drivers.All(driver => person!["trust." + driver] is not null)).ToArray();
        var figure = new Trust().Of(People48, Some.Employees);
        Assert.That(figure.N, Is.EqualTo(people.Length));
        Assert.That(figure.Estimate, Is.EqualTo(
            Trust.Drivers.Average(driver => (double)figure.Components[driver]!)).Within(1e-9), "one base: items add up to the index");
        Assert.That(figure.Components["outcome"], Is.EqualTo(52.083333333333336).Within(1e-9), "its own base: all who answered");
    }

    [TestCase("silo-2", "unit")]
    [TestCase("hierarchy-gap-1", "level")]
    public void Groups_of_the_48_people_are_the_inputs_of_their_comparisons(string id, string dimension)
    {
        var reference = ReferenceFile.Cases.Single(reference => reference.Id == id);
        var groups = ReferenceFile.People48["people"]!.AsArray().GroupBy(person => (string)person![dimension]!).ToDictionary(
            same => same.Key, same => Construct.Parse("engagement").Scores(Counts.Sum(same.Select(person => Person(person!.AsObject()))), reference.Terms));
        var figure = id == "silo-2"
            ? new Silo().Of([.. groups.Values], reference.Terms)
            : new HierarchyGap().Of(groups["senior"], groups["frontline"], reference.Terms);
        Expect.Row(figure, reference.Expected, reference.Tolerance);
    }

    [Test]
    public void The_48_people_agree_as_their_case_says()
    {
        var reference = ReferenceFile.Cases.Single(reference => reference.Id == "agreement-2");
        Expect.Row(new Agreement().Of(People48, Construct.Parse("trust"), reference.Terms), reference.Expected, reference.Tolerance);
    }

    private static Counts Person(JsonObject person)
    {
        var items = ReferenceFile.People48["items"]!.AsObject();
        var answered = items.Where(item => person[item.Key] is not null).ToArray();
        return new(
            [.. answered.Select(item => Item(item.Key, item.Value!, (int)person[item.Key]!, IsComplete(item.Key)))],
            [.. Scales.Where(scale => Of(scale).Any(name => person[name] is not null)).Select(scale => new ScaleCounts(scale, [Shape(scale)]))],
            []);

        string[] Of(string scale) => [.. items.Select(item => item.Key)
            .Where(name => name.StartsWith(scale + ".", StringComparison.Ordinal) && name != "trust.outcome")];

        bool IsComplete(string item) => Of(item.Split('.')[0]).All(name => person[name] is not null);

        ScaleShape Shape(string scale)
        {
            var range = items[Of(scale)[0]]!;
            var answers = Of(scale).Select(name => (int?)person[name]).OfType<int>().ToArray();
            return new(
                Of(scale).Length, (int)range["low"]!, (int)range["high"]!, [ScaleRow.Unweighted(answers.Length, answers.Sum(), 1)]);
        }
    }

    private static ItemCounts Item(string measure, JsonNode range, int value, bool complete) => new(
        measure, measure, null, (int)range["low"]!, (int)range["high"]!, (bool?)range["reversed"] ?? false,
        [ValueCount.Unweighted(value, complete, 1)]);

    private static IEnumerable<(int, long)> Plain(ItemCounts item) => item.Values
        .GroupBy(value => value.Value).OrderBy(same => same.Key).Select(same => (same.Key, same.Sum(value => value.N)));

    private static IEnumerable<(int, int, int, ScaleRow)> Rows(ScaleCounts scale) => scale.Shapes
        .SelectMany(shape => shape.Rows.Select(row => (shape.Items, shape.Low, shape.High, row)))
        .OrderBy(entry => (entry.row.Answered, entry.row.Total));
}
