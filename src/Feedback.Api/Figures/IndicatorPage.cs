using System.Globalization;
using System.Text;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>The page of indicators in <c>docs/</c>: the text that <c>GET /v1/indicators</c> answers, as Markdown.</summary>
public static class IndicatorPage
{
    private const string Head =
        """
        # Indicators

        Made from the text of the code by `make docs`; change it there. `GET /v1/indicators` answers the same.

        Every row has an `estimate` with its 95% interval `low` to `high`, the number `n` behind it, a `status` and the components below. Percent and score figures lie on 0 to 100, net figures on -100 to 100, differences are in points. Below k people a row is `withheld` before anything else is asked; `insufficient` says that there are too few units, cells, periods or flags for the statistic; `undefined` that the formula has no value. What is not there is null, never 0.

        Of employees less is told. Estimates, limits and components are rounded to 0.1 (p, and what `alignment` says, to 0.001), n and counts of people to the nearest 5; t, df, f, n0, mean squares and raw weights are null. Fewer than 3k people are a small group: estimate and limits only, and the limits come from the spread of everybody, so that they say nothing of its own. Where the answers of a small group lie at 95 or above the row says 95 with `bound` `atLeast` and limits 95 to 100, at 5 or below 5 with `atMost` (net figures: 90 and -90). `net-trust`, `engagement-positive`, `agreement`, `ambassadors`, and `item` of what has an indicator of its own need 3k people. Differences are made of the rounded figures and withheld where one of them is bounded. Nothing is `undefined`, but withheld.

        Scores of ratings are 100 (v - low) / (high - low) after reverse-keying (Cohen, Cohen, Aiken & West 1999). Means have m ± t(.975, n - 1) s / √n, with the finite population correction where the headcount is known; shares Wilson's interval (1927); net figures the adjusted Wald interval (Rocks 2016); differences of means Welch's (1947); differences of other figures are made from the two intervals (Newcombe 1998; Zou & Donner 2008). Many comparisons in one answer are adjusted together (Benjamini & Hochberg 1995).

        `GET /v1/items` answers what `item` says of every rating and choice item at once, with the common parameters: `mean` with its limits, `sd`, `topBox` (percent in the top two), and for customers the `distribution`: how many gave each answer, from k people on. Employees have no distribution.

        Common parameters: `audience` or `survey`, `from`, `to` or `period`, `interval`, `by`, `where`, `weighted`, `includeTest`, `limit`, `cursor`, `format`.

        """;

    public static string Text()
    {
        var page = new StringBuilder(Head);
        foreach (var reading in ReadingCatalogue.All) Add(page, reading);
        return page.ToString();
    }

    private static void Add(StringBuilder page, Reading reading)
    {
        var indicator = reading.Indicator;
        page.Append(CultureInfo.InvariantCulture, $"\n## `{indicator.Slug}`: {indicator.Title}\n\n**{indicator.Question}**\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- Formula: {indicator.Formula}\n- Source: {indicator.Source}\n- Scale: {indicator.ScaleLow} to {indicator.ScaleHigh}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Audiences: {string.Join(", ", indicator.Audiences.Select(a => a.ToString().ToLowerInvariant()))}{(indicator.AllowsWeights ? "; weighted for customers" : "")}\n");
        if (reading.Parameters.Count > 0) page.Append(CultureInfo.InvariantCulture, $"- Parameters of its own: {Names(reading.Parameters)}\n");
        if (reading.Without.Count > 0) page.Append(CultureInfo.InvariantCulture, $"- Does not take: {Names(reading.Without)}\n");
        if (indicator.RowColumn is { } column) page.Append(CultureInfo.InvariantCulture, $"- Several rows a group, told apart by `{column}`\n");
        page.Append(CultureInfo.InvariantCulture, $"- {indicator.Caveat}\n\n| component | what it says |\n|---|---|\n");
        foreach (var component in indicator.Components) page.Append(CultureInfo.InvariantCulture, $"| `{component}` | {ComponentTexts.Of(indicator, component)} |\n");
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`"));
}
