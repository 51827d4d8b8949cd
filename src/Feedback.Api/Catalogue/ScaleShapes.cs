namespace Feedback.Api.Catalogue;

/// <summary>The shape under which a scale is counted: how many items, and their range.</summary>
public sealed record ScaleShape(string Name, int Items, int Low, int High);

/// <summary>Which scales a definition makes up.</summary>
public static class ScaleShapes
{
    /// <summary>One shape per scale, by name. The items of a scale share one range; publishing makes sure of it.</summary>
    public static IEnumerable<ScaleShape> Of(SurveyDefinition definition) =>
        (definition.Items ?? [])
            .Where(i => i.Kind == ItemKind.Rating)
            .Select(i => (Scale: Measure.ScaleOf(i.Measures), Item: i))
            .Where(i => i.Scale is not null)
            .GroupBy(i => i.Scale!, i => i.Item, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new ScaleShape(g.Key, g.Count(), g.First().Low!.Value, g.First().High!.Value));
}
