using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// Concerns of customers, cut into the same periods and rows as the answers and under the same filters. They belong to the day they were raised on,
/// and to no survey, so that none are told of where surveys are named.
/// </summary>
internal sealed class RaisedConcerns
{
    private readonly Dictionary<(DateOnly? Bucket, string By), List<(int?, int?)>> _flags = [];

    public static RaisedConcerns None { get; } = new();

    /// <param name="scope">The snapshot.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="length">How long a row's period is; none for one row over all days.</param>
    public static async Task<RaisedConcerns> Read(ReadScope scope, IndicatorRequest request, Interval length)
    {
        var concerns = new RaisedConcerns();
        if (request.NamesSurveys) return concerns;
        List<Survey> surveys = [.. scope.Catalogue.Of(Audience.Customer).Where(s => s.IsBuiltIn)];
        var groups = new Groups(CubeQuery.Of(request, []) with { Surveys = surveys }, scope.Cohorts, scope.Units);
        var parts = groups.Cohorts.ToDictionary(c => c.Cohort, c => c.Part);
        foreach (var survey in surveys)
        {
            var steps = (await scope.Session.Rows<FlagStep>(Queries.ReadFlagSteps, new { Survey = survey.Id })).ToLookup(s => s.Response);
            foreach (var flag in await scope.Session.Rows<FlagRow>(Queries.ReadFlags, new { Survey = survey.Id }))
            {
                var day = Days.Date(flag.Day);
                if (day < request.Range.From || day >= request.Range.To || !parts.TryGetValue(flag.Cohort, out var part)) continue;
                var row = (length == Interval.None ? (DateOnly?)null : TimeSpans.BucketOf(day, length), CubeRow.TextOf(groups.Values[part]));
                if (!concerns._flags.TryGetValue(row, out var flags)) concerns._flags[row] = flags = [];
                flags.Add(FlagThread.WeeksOf(flag, steps[flag.Response], isEmployee: false));
            }
        }
        return concerns;
    }

    /// <summary>Those of one row.</summary>
    public FlagCounts Of(DateOnly? bucket, string by) => _flags.TryGetValue((bucket, by), out var flags) ? FlagCounts.Of(flags) : FlagCounts.None;
}
