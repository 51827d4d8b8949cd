using System.Text.Json.Nodes;

namespace Feedback.Indicators.Tests;

/// <summary>Reference figures of indicators that compare groups, units or periods.</summary>
public sealed class ReproducingComparisons
{
    /// <summary>How each is asked.</summary>
    internal static readonly Dictionary<string, Func<ReferenceCase, Figure>> Delivered = new()
    {
        ["agreement"] = c => new Agreement().Of(
            c.Counts, Construct.Parse(c.Counts.Items.Count > 1 ? "trust" : c.Counts.Items[0].Measure!), c.Terms),
        ["silo"] = c => new Silo().Of(Units(c.Input["units"]!), c.Terms),
        ["hierarchy-gap"] = c => new HierarchyGap().Of(Some.Moments(c.Input["senior"]!), Some.Moments(c.Input["frontline"]!), c.Terms),
        ["inertia"] = c => Inertia.Of(
            (long)c.Input["flaggedBefore"]!, (long)c.Input["flaggedStill"]!, (long)c.Input["newlyFlagged"]!, c.Terms),
        ["change"] = c => (string)c.Input["kind"]! == "initiative"
            ? InitiativeEffect.Of([.. c.Input["units"]!.AsArray().Select(unit => Unit(c.Input, unit!))], c.Terms)
            : new Change().Between(
                new Trust(),
                Some.Side(Sample(c.Input, c.Input["before"]!), c.Terms), Some.Side(Sample(c.Input, c.Input["after"]!), c.Terms), c.Terms),
    };

    private static IEnumerable<ReferenceCase> Cases => ReferenceFile.Cases.Where(reference => Delivered.ContainsKey(reference.Slug));

    [TestCaseSource(nameof(Cases))]
    public void Every_reference_case_is_reproduced(ReferenceCase reference)
    {
        var figure = Anonymity.Release(Delivered[reference.Slug](reference), IndicatorCatalogue.Find(reference.Slug)!, reference.Terms).Value;
        Expect.Row(figure, reference.Expected, reference.Tolerance);
        Assert.That(figure.Components.Keys.Except(IndicatorCatalogue.Find(reference.Slug)!.Components), Is.Empty);
    }

    private static InitiativeUnit Unit(JsonObject input, JsonNode unit) => new(
        (string)unit["unit"]!, (bool)unit["touched"]!, Sample(input, unit["before"]!), Sample(input, unit["after"]!));

    private static Sample Sample(JsonObject input, JsonNode side) => (string?)(input["of"] ?? input["kind"]) switch
    {
        "share" => new Sample.Share((long)side["count"]!, (long)side["n"]!),
        "net" => new Sample.Net((long)side["positive"]!, (long)side["negative"]!, (long)side["n"]!),
        _ => new Sample.Mean(Some.Moments(side) with { Floor = Floor(input["scale"]) }),
    };

    /// <summary>Half an answer step, spread over the items of the scale.</summary>
    private static double Floor(JsonNode? scale) =>
        scale is null ? 0 : 50.0 / (((int)scale["high"]! - (int)scale["low"]!) * (int)scale["items"]!);

    internal static Moments[] Units(JsonNode units) => [.. units.AsArray().Select(unit => Some.Moments(unit!))];
}
