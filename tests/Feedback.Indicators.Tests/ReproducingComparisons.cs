using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>Reference figures of indicators that compare groups, units or periods.</summary>
public sealed class ReproducingComparisons
{
    /// <summary>How each is asked.</summary>
    internal static readonly Dictionary<string, Func<ReferenceCase, Figure>> Delivered = new()
    {
        ["silo"] = c => new Silo().Of(Units(c.Input["units"]!), c.Terms),
        ["hierarchy-gap"] = c => new HierarchyGap().Of(Some.Moments(c.Input["senior"]!), Some.Moments(c.Input["frontline"]!), c.Terms),
        ["inertia"] = c => Inertia.Of(
            (long)c.Input["flaggedBefore"]!, (long)c.Input["flaggedStill"]!, (long)c.Input["newlyFlagged"]!, c.Terms),
    };

    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => Delivered.ContainsKey(reference.Slug));

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var figure = Anonymity.Release(Delivered[reference.Slug](reference), reference.Terms).Value;
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(figure.Components.Keys.Except(IndicatorCatalogue.Find(reference.Slug)!.Components), Is.Empty);
    }

    internal static Moments[] Units(JsonNode units) => [.. units.AsArray().Select(unit => Some.Moments(unit!))];
}
