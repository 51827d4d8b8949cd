namespace Feedback.Indicators;

/// <summary>
/// The two cells of a facet furthest apart, lower one first: difference of their means with Welch's interval (Welch 1947) and
/// its p adjusted over all pairs of the facet (Benjamini and Hochberg 1995). Between touchpoints it is conservative.
/// </summary>
internal sealed record WorstPair(string From, string To, double Gap, double? Low, double? High, double? P)
{
    /// <summary>Limits and p are null where neither cell has any spread (customers: no spread floor).</summary>
    public static WorstPair Of(IReadOnlyList<FacetCell> cells, Terms terms, double floor)
    {
        var pairs = cells
            .SelectMany((a, i) => cells.Skip(i + 1).Select(b => a.Moments.Mean <= b.Moments.Mean ? (From: a, To: b) : (From: b, To: a)))
            .Select(pair => (pair.From, pair.To, Welch: Welch.Of(
                Floored(pair.To.Moments), Floored(pair.From.Moments), terms.Audience)))
            .ToArray();
        var worst = pairs.MaxBy(pair => pair.To.Moments.Mean - pair.From.Moments.Mean);
        var tested = pairs.Where(pair => pair.Welch is not null).ToArray();
        var adjusted = FalseDiscovery.Adjust([.. tested.Select(pair => pair.Welch!.P)]);
        var index = Array.IndexOf(tested, worst);
        return new(
            worst.From.Name,
            worst.To.Name,
            worst.To.Moments.Mean - worst.From.Moments.Mean,
            worst.Welch?.Difference.Low,
            worst.Welch?.Difference.High,
            index < 0 ? null : adjusted[index]);

        // Scores that were counted bring the step of their own answers.
        Moments Floored(Moments cell) => cell.Floor > 0 ? cell : cell with { Floor = floor };
    }
}
