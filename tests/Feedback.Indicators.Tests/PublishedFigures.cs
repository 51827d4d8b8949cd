using System.Globalization;
using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>Figures of published surveys, worked out again by the indicators that follow their rule.</summary>
internal static class PublishedFigures
{
    private static readonly string[][] CivilService =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", "csps-2017.csv")).Select(line => line.Split(';'))];

    /// <summary>A benchmark of the Civil Service People Survey: the middle of the organisations' whole percents.</summary>
    public static double MedianOfUnits(ReferenceFunction f)
    {
        var column = Array.IndexOf(CivilService[0], (string)f.Input["column"]!);
        double[] percents = [.. CivilService.Skip(1).Select(row => double.Parse(row[column].TrimEnd('%'), CultureInfo.InvariantCulture))];
        Assert.That(percents, Has.Length.EqualTo((int)f.Expected["organisations"]!));
        var median = Median.Of(percents)!.Value;
        Assert.That(median, Is.EqualTo((double)f.Expected["published"]!).Within(1), "published from unrounded figures");
        return median;
    }

    /// <summary>The engagement index of the Federal survey, from so many people that its facets come out to the last digit published.</summary>
    public static double MeanOfFacets(ReferenceFunction f)
    {
        const long people = 100_000_000;
        var items = f.Input["facets"]!.AsObject().Select(facet =>
        {
            var positive = (long)Math.Round((double)facet.Value! / 100 * people);
            return Some.Item($"engagement.{facet.Key}", 1, 5, (4, positive), (3, people - positive));
        });
        return new EngagementPositive().Of(Some.Counts([.. items]), Some.Customers).Estimate!.Value;
    }

    /// <summary>The theme figure for purpose of the Civil Service People Survey, from 100 people with these percents positive.</summary>
    public static double MeanOfItems(ReferenceFunction f)
    {
        var items = f.Input["values"]!.AsArray().Zip(new[] { "objectives", "contribution" }, (percent, facet) =>
            Some.Item($"purpose.{facet}", 1, 5, (4, (long)percent!), (2, 100 - (long)percent!)));
        var counts = Some.Scale("purpose", 2, ScaleRow.Unweighted(2, 8, 100)).Add(Some.Counts([.. items]));
        return (double)new Purpose().Of(counts, Some.Customers).Components["positive"]!;
    }

    /// <summary>The guide adds percents times their weight and divides by 100, even where the rounded percents add to 102.</summary>
    public static double WeightedPercent(ReferenceFunction f)
    {
        var answers = f.Input["percents"]!.AsArray().Select((percent, index) => (5 - index, (long)percent!)).ToArray();
        Assert.That(f.Input["weights"]!.AsArray().Select((weight, index) => (int)weight!), Is.EqualTo(new[] { 100, 75, 50, 25, 0 }), "POMP of 5 to 1");
        var mean = new Item().Of(Some.Counts(Some.Item("item", 1, 5, answers)), Some.Customers).Estimate!.Value;
        return mean * answers.Sum(answer => answer.Item2) / 100;
    }

    /// <summary>
    /// The plain margin z sqrt(p (1 - p)/m) from the m that stands behind Wilson's limits: these solve (p - L)^2 = z^2 L (1 - L)/m.
    /// The guide rounds z to 1.96.
    /// </summary>
    public static double WaldMargin(ReferenceFunction f)
    {
        var p = f.Number("share");
        var low = Intervals.Share(p, f.Number("n"), (long)f.Number("headcount")).Low / 100;
        return 100 * (p - low) * Math.Sqrt(p * (1 - p) / (low * (1 - low))) * 1.96 / Distributions.Z;
    }

    public static void Lead(ReferenceFunction f)
    {
        var lead = Indicators.Lead.Of(Alarms(f.Input["employees"]!), Alarms(f.Input["customers"]!), (int)f.Number("window"));
        Assert.That(
            (lead.CustomerAlarms, lead.Hits, lead.EmployeeAlarms, lead.FalseAlarms),
            Is.EqualTo(((long)f.Expected["customerAlarms"]!, (long)f.Expected["hits"]!, (long)f.Expected["employeeAlarms"]!, (long)f.Expected["falseAlarms"]!)));
        Expect.Number(lead.MedianLead, f.Expected["medianLead"], f.Tolerance, "medianLead");
        Expect.Number(lead.P, f.Expected["p"], f.Tolerance, "p");
    }

    private static Dictionary<string, IReadOnlyList<bool>> Alarms(JsonNode side) => side.AsObject().ToDictionary(
        stream => stream.Key, stream => (IReadOnlyList<bool>)[.. stream.Value!.AsArray().Select(alarm => (int)alarm! == 1)]);
}
