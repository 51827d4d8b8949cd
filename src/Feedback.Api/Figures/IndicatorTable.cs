using System.Globalization;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>All rows of an answer, released and in order.</summary>
public static class IndicatorTable
{
    public static async Task<List<IndicatorRow>> Read(ReadScope scope, Reading reading, IndicatorRequest request)
    {
        var rows = (await reading.Read(scope, request)).Select(draft => new IndicatorRow(
            IndicatorRow.KeyOf(request, draft.From, draft.By, draft.Name), draft.From, draft.To, draft.By, draft.Name, Anonymity.Release(draft.Figure, draft.Terms))
        {
            Place = draft.Place.ToString("D6", CultureInfo.InvariantCulture),
        }).ToList();
        rows.Sort((a, b) => string.CompareOrdinal(a.Position, b.Position));
        return rows;
    }
}
