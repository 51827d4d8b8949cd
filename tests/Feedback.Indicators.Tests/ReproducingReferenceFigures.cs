using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

public sealed class ReproducingReferenceFigures
{
    private static IEnumerable<ReferenceCase> OneRow =>
        ReferenceFile.Cases.Where(reference => IndicatorCatalogue.Find(reference.Slug) is CountedIndicator);

    private static IEnumerable<ReferenceCase> RowPerFacet => ReferenceFile.Cases.Where(reference => reference.Slug == "consistency");

    [Test]
    public void Every_slug_of_the_file_is_in_the_catalogue_and_every_indicator_in_the_file()
    {
        var slugs = ReferenceFile.Cases.Select(reference => reference.Slug).Distinct().ToArray();
        var delivered = IndicatorCatalogue.All.Select(indicator => indicator.Slug).ToArray();
        Assert.That(slugs.Except(delivered), Is.Empty);
        Assert.That(delivered.Except(slugs), Is.EqualTo(new[] { "scale" }), "without a reference figure; see ScalesOfOnesOwn");
    }

    [TestCaseSource(nameof(OneRow))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var indicator = (CountedIndicator)IndicatorCatalogue.Find(reference.Slug)!;
        var figure = Anonymity.Release(indicator.Of(reference.Counts, reference.Terms), indicator, reference.Terms).Value;
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(
            figure.Components.Keys.Where(name => reference.Slug != "engagement-positive" && !indicator.Components.Contains(name)),
            Is.Empty);
    }

    [TestCaseSource(nameof(RowPerFacet))]
    public void Every_facet_and_the_combined_row_are_reproduced(ReferenceCase reference)
    {
        var rows = new Consistency().Rows(Input(reference), reference.Terms);
        Assert.That(rows[^1].Name, Is.EqualTo(Consistency.All));
        Expect.Row(rows[^1].Figure, reference.Expected, reference.Tolerance);
        foreach (var (name, expected) in reference.Expected["components"]!["facets"]?.AsObject() ?? [])
            Facet(rows.Single(row => row.Name == name).Figure, expected!.AsObject(), reference.Tolerance);
    }

    private static void Facet(Figure figure, JsonObject expected, double tolerance)
    {
        Expect.Number(figure.Estimate, expected["consistency"], tolerance, "consistency");
        Expect.Number(figure.Low, expected["low"], tolerance, "low");
        Expect.Number(figure.High, expected["high"], tolerance, "high");
        foreach (var name in new[] { "cells", "tau", "naiveSd", "level" })
            Expect.Value(figure.Components[name], expected[name], tolerance, name);
    }

    private static ConsistencyInput Input(ReferenceCase reference)
    {
        var experience = reference.Input["experience"] is { } scale ? ReferenceCase.Scale("experience", scale) : null;
        return new(
            [.. reference.Input["facets"]!.AsObject().Select(facet => new Facet(
                facet.Key,
                facet.Key switch { "touchpoint" => FacetKind.Touchpoint, "time" => FacetKind.Time, _ => FacetKind.Dimension },
                [.. facet.Value!.AsArray().Select((cell, index) => new FacetCell($"cell {index}", Some.Moments(cell!)))],
                experience))],
            (int)reference.Input["options"]!);
    }
}
