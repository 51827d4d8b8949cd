using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Indicators;

namespace Feedback.Api.OData.Star;

/// <summary>A period that has rows: of customers one in which somebody answered, of employees one that was released, or adds up those that were.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after.</param>
/// <param name="Units">The tree its rows are read under: today's, or of employees the one of the last release in it.</param>
internal sealed record StarPeriod(DateOnly From, DateOnly To, UnitTree Units)
{
    public DayRange Range { get; } = new(From, To);

    /// <summary>The periods of one survey, the earliest first; none of an interval that would cut its own.</summary>
    public static async Task<IReadOnlyList<StarPeriod>> Read(ReadScope scope, Survey survey, StarInterval interval) =>
        survey.Audience == Audience.Employee ? await Released(scope, survey, interval) : interval == StarInterval.Wave ? [] : await Answered(scope, survey, interval);

    /// <summary>How a reading cuts a range into such periods; waves are read one by one.</summary>
    public static Interval IntervalOf(StarInterval interval) => interval switch
    {
        StarInterval.Month => Interval.Month,
        StarInterval.Quarter => Interval.Quarter,
        StarInterval.Year => Interval.Year,
        _ => Interval.None,
    };

    private static async Task<IReadOnlyList<StarPeriod>> Answered(ReadScope scope, Survey survey, StarInterval interval)
    {
        var cube = await Cube.Read(scope, new CubeQuery { Surveys = [survey], Variables = [], Interval = IntervalOf(interval) });
        return [.. cube.Rows.Where(row => cube.Responses(row.Total) > 0).Select(row => new StarPeriod(row.From!.Value, row.To!.Value, scope.Units)).OrderBy(p => p.From)];
    }

    private static async Task<IReadOnlyList<StarPeriod>> Released(ReadScope scope, Survey survey, StarInterval interval)
    {
        var isWave = interval == StarInterval.Wave;
        if (isWave != (survey.Grid == Ingest.PeriodGrid.Wave) || (!isWave && !ReleasedRange.IsOn(survey, StarCell.NameOf(interval)))) return [];
        var length = IntervalOf(interval);
        var periods = new List<StarPeriod>();
        foreach (var together in survey.Released.GroupBy(p => isWave ? p.From : TimeSpans.BucketOf(p.From, length)).OrderBy(g => g.Key))
        {
            var last = together.MaxBy(p => p.FirstDay)!;
            var tree = (await scope.Frozen.Period(scope.Session, last)).Tree;
            periods.Add(new StarPeriod(together.Key, isWave ? last.To : TimeSpans.EndOf(together.Key, length), tree));
        }
        return periods;
    }
}
