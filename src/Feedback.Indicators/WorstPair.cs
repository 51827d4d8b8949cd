namespace Feedback.Indicators;

/// <summary>
/// The two cells of a facet furthest apart, lower one first: difference of their means with Welch's interval (Welch 1947) and
/// its p adjusted over all pairs of the facet (Benjamini and Hochberg 1995). Between touchpoints it is conservative.
/// </summary>
internal sealed record WorstPair(string From, string To, double Gap, double? Low, double? High, double? P)
{
    /// <summary>With more cells the p is left out: half a million pairs take most of a second, and the work grows with the square.</summary>
    public const int MostTested = 1_000;

    /// <summary>Limits and p are null where neither cell has any spread (customers: no spread floor); p alone with more cells than are tested.</summary>
    public static WorstPair Of(IReadOnlyList<FacetCell> cells, Terms terms, double floor)
    {
        // Scores that were counted bring the step of their own answers.
        Moments[] moments = [.. cells.Select(cell => cell.Moments.Floor > 0 ? cell.Moments : cell.Moments with { Floor = floor })];
        var (from, to) = Furthest(moments);
        var welch = Welch.Of(moments[to], moments[from], terms.Audience);
        return new(
            cells[from].Name,
            cells[to].Name,
            moments[to].Mean - moments[from].Mean,
            welch?.Difference.Low,
            welch?.Difference.High,
            welch is null || cells.Count > MostTested ? null : Adjusted(welch.P, moments, terms.Audience));
    }

    /// <summary>The first pair in the order of cells whose means lie furthest apart: places of the lower and of the higher.</summary>
    private static (int Lower, int Higher) Furthest(Moments[] cells)
    {
        var (low, high) = (cells.Min(cell => cell.Mean), cells.Max(cell => cell.Mean));
        var gap = high - low;
        var first = Array.FindIndex(cells, cell => high - cell.Mean == gap || cell.Mean - low == gap);
        var second = Array.FindIndex(cells, first + 1, cell => Math.Abs(cell.Mean - cells[first].Mean) == gap);
        return cells[first].Mean <= cells[second].Mean ? (first, second) : (second, first);
    }

    /// <summary>
    /// A p of one of the pairs, adjusted over all of them. Of m pairs a larger p can lower it only up to p m, and no t law has
    /// less in its tails than the normal: pairs whose t the normal law puts above that are counted, but their p is not worked out.
    /// </summary>
    private static double Adjusted(double p, Moments[] cells, Audience audience)
    {
        var tests = new List<(double T, double Df)>();
        for (var i = 0; i < cells.Length; i++)
        {
            for (var j = i + 1; j < cells.Length; j++)
            {
                if (Welch.Test(cells[i], cells[j], audience) is { } test)
                    tests.Add((test.T, test.Df));
            }
        }
        var most = p * tests.Count;
        var least = most < 1 ? -Distributions.NormalQuantile(Math.Max(most, 1e-300) / 2) * (1 - 1e-9) : 0;
        double[] tried = [.. tests.Where(test => Math.Abs(test.T) >= least).Select(test => Distributions.TwoSidedT(test.T, test.Df)).Order()];
        var adjusted = 1.0;
        for (var rank = tried.Length; rank > 0 && tried[rank - 1] >= p; rank--)
            adjusted = Math.Min(adjusted, tried[rank - 1] * tests.Count / rank);
        return adjusted;
    }
}
