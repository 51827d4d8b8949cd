using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Checking;

/// <summary>Whether closed periods are what they were: those that are out have every figure they were released with, and those that were merged lead on.</summary>
internal static class ReleaseCheck
{
    /// <summary>What is wrong, one text a period.</summary>
    public static async IAsyncEnumerable<string> Run(Session session, CatalogueSnapshot catalogue)
    {
        foreach (var survey in catalogue.Of(Audience.Employee).OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            foreach (var period in survey.Periods.Values.OrderBy(p => p.Number))
            {
                if (FaultOf(survey, period) is { } fault) yield return $"period {PeriodGrid.TextOf(survey, period.Number)} of {survey.Key} {fault}";
                else if (period.IsReleased && await HashOf(session, period) != period.Hash) yield return $"what was released of {survey.Key} for {PeriodGrid.TextOf(survey, period.Number)} is not what its hash was made of";
            }
        }
    }

    private static string? FaultOf(Survey survey, SurveyPeriod period)
    {
        if (period.FirstDay > period.PastDay) return "ends before it begins";
        if (period.IsReleased && (period.Hash is null || period.ReleasedAt is null)) return "was released without a hash or a time";
        if (period.State != PeriodState.Merged) return null;
        return period.MergedInto is not { } into || into <= period.Number || survey.Periods.GetValueOrDefault(into)?.State == PeriodState.Merged ? "was merged into no later period" : null;
    }

    private static async Task<string> HashOf(Session session, SurveyPeriod period)
    {
        var which = new { period.Survey, period.Number };
        var frozen = await session.Row<string>(Queries.ReadFrozen, which) ?? "";
        return BuiltRelease.HashOf(frozen, await Parts(session, Queries.ReadReleasedBases, which), await Parts(session, Queries.ReadReleasedRows, which));
    }

    /// <summary>Name to content. Names of a fixed length come with blanks behind.</summary>
    private static async Task<Dictionary<string, string>> Parts(Session session, string query, object which) =>
        (await session.Rows<Part>(query, which)).ToDictionary(p => p.Name.TrimEnd(), p => p.Content, StringComparer.Ordinal);

    private sealed class Part
    {
        public string Name { get; init; } = "";
        public string Content { get; init; } = "";
    }
}
