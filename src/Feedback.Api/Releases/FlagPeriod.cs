using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Releases;

/// <summary>
/// What a release keeps of the concerns that were raised in its period: how many, and after how many weeks they were answered and closed, as it was when the
/// period was released. Of everybody together: a finer figure would have to be audited against every place that shows a flag. Never changed: else it would tell when
/// somebody took a concern back.
/// </summary>
internal static class FlagPeriod
{
    private const string Question = "_flags";

    /// <summary>The counts as text, by their key. Nothing of other surveys, and nothing where more people wrote than there are, as everywhere.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Work(Session session, Survey survey, int number, Cohorts cohorts, long? headcount)
    {
        if (!survey.IsBuiltIn || headcount < await PeriodClosing.PeopleIn(session, survey, number)) return new Dictionary<string, string>();
        var parts = survey.PartsOf(number).ToHashSet();
        var steps = (await session.Rows<FlagStep>(Queries.ReadFlagSteps, new { Survey = survey.Id })).ToLookup(s => s.Response);
        var flags = (await session.Rows<FlagRow>(Queries.ReadFlags, new { Survey = survey.Id })).Where(f => parts.Contains(f.Period) && !cohorts.Of(survey.Id, f.Cohort).IsTest);
        var counts = FlagCounts.Of([.. flags.Select(f => FlagThread.WeeksOf(f, steps[f.Response], isEmployee: true))]);
        return new Dictionary<string, string> { [Question] = JsonSerializer.Serialize(Kept.Of(counts)) };
    }

    /// <summary>The counts of a released period; null where it was released without.</summary>
    public static async Task<FlagCounts?> Read(Session session, SurveyPeriod period) =>
        await session.Row<string>(Queries.ReadRows, new { period.Survey, period.Number, Question }) is { } text ? JsonSerializer.Deserialize<Kept>(text)!.ToCounts() : null;

    /// <summary>Weeks in order, so that the same counts are the same text.</summary>
    private sealed record Kept(long Raised, SortedDictionary<int, long> ToAnswer, SortedDictionary<int, long> ToClose)
    {
        public static Kept Of(FlagCounts counts) => new(counts.Raised, new(counts.ToAnswer.ToDictionary()), new(counts.ToClose.ToDictionary()));

        public FlagCounts ToCounts() => new(Raised, ToAnswer.Values.Sum(), Raised - ToClose.Values.Sum(), ToAnswer, ToClose);
    }
}
