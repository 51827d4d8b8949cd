using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.OData.Star;

/// <summary>A period that has rows: of customers one in which somebody answered, of employees one that was released, or adds up those that were.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after.</param>
/// <param name="Units">The tree its rows are read under: today's, or of employees the one of the last release in it.</param>
internal sealed record StarPeriod(DateOnly From, DateOnly To, UnitTree Units)
{
    /// <summary>What was released in it, of employees.</summary>
    public IReadOnlyList<FrozenPeriod> Releases { get; init; } = [];

    /// <summary>Employees: units that a release of the period had and the last one has not, so that their rows went away with it.</summary>
    public IReadOnlySet<string> Gone { get => field ??= Releases.SelectMany(r => r.Units).Where(u => !Units.IsLive(u)).ToHashSet(StringComparer.Ordinal); }

    /// <summary>Employees: the values of a dimension that have rows.</summary>
    public IEnumerable<string> Listed(string dimension) => Releases.SelectMany(r => r.Listed(dimension)).OfType<string>().Distinct(StringComparer.Ordinal);

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
            var releases = new List<FrozenPeriod>();
            foreach (var period in together.OrderBy(p => p.FirstDay)) releases.Add(await scope.Frozen.Period(scope.Session, period));
            periods.Add(new StarPeriod(together.Key, isWave ? together.Max(p => p.To) : TimeSpans.EndOf(together.Key, length), releases[^1].Tree) { Releases = releases });
        }
        return periods;
    }
}
