using System.Globalization;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>All rows of an answer, released and in order.</summary>
public static class IndicatorTable
{
    public static async Task<List<IndicatorRow>> Read(ReadScope scope, Reading reading, IndicatorRequest request)
    {
        var keyOf = IndicatorRow.Keys(request, reading.IsSeries(request));
        var rows = ManyRows.Each(scope, request, await reading.Read(scope, request), draft => Released(keyOf, reading.Indicator, draft));
        var targets = new TargetBook(scope, reading, request);
        for (var i = 0; i < rows.Length; i++)
        {
            var (target, reached) = targets.Of(rows[i]);
            if (target is not null) rows[i] = rows[i] with { Target = target, Reached = reached };
        }
        return [.. rows.OrderBy(r => r.Position, StringComparer.Ordinal)];
    }

    /// <summary>The row that a draft becomes: its figure through the gate, and its key.</summary>
    internal static IndicatorRow Released(Func<DateOnly?, IReadOnlyList<string?>, string?, string> keyOf, Indicator indicator, Draft draft) =>
        new(keyOf(draft.From, draft.By, draft.Name), draft.From, draft.To, draft.By, draft.Name, Anonymity.Release(draft.Figure, indicator, draft.Terms))
        {
            Place = draft.Place.ToString("D6", CultureInfo.InvariantCulture),
        };
}
