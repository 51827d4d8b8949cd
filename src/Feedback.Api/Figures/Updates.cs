using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;

namespace Feedback.Api.Figures;

/// <summary>
/// When figures last changed, for readers who ask only for what is new. A figure changes when something is counted or erased on a
/// day it rests on, with a new version of its survey, and of customers with the tree of units; one of employees when its period is
/// released. Counts that are not folded yet changed at the time of the read: folding notes a later one, so that whoever asks next
/// for what changed since this read misses nothing of it. Processes have clocks of their own, and a tree or a version is dated
/// before it is committed: who keeps a copy asks from a minute earlier.
/// </summary>
public sealed class Updates
{
    private readonly Dictionary<int, SortedList<int, DateTimeOffset>> _days = [];
    private readonly Dictionary<(int Survey, DayRange Range), DateTimeOffset> _known = [];

    private Updates(ReadScope scope) => Tree = scope.Units.ChangedAt;

    /// <summary>When the tree of units last changed.</summary>
    public DateTimeOffset Tree { get; }

    /// <summary>As the snapshot has them.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="asOf">The time of the read.</param>
    public static async Task<Updates> Read(ReadScope scope, DateTimeOffset asOf)
    {
        var updates = new Updates(scope);
        var now = asOf;
        foreach (var row in await scope.Session.Rows<UpdatedDay>(Queries.ReadUpdateDays))
        {
            var at = updates.DaysOf(row.Survey)[row.Day] = DateTimeOffset.FromUnixTimeMilliseconds(row.UpdatedAt);
            // Later than every change before, even where the clock was set back.
            now = Later(now, at.AddMilliseconds(1));
        }
        foreach (var row in await scope.Session.Rows<FreshDay>(Queries.ReadFreshDays)) updates.DaysOf(row.Survey)[row.Day] = now;
        return updates;
    }

    /// <summary>When the figures of some surveys in a range of days last changed.</summary>
    /// <param name="surveys">Of one audience or both.</param>
    /// <param name="range">Customers: their days. Employees: the released periods that lie in it.</param>
    public DateTimeOffset Of(IEnumerable<Survey> surveys, DayRange range) => surveys.Select(s => Of(s, range)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    /// <summary>The days (yyyymmdd) on which a survey was ever answered, or people were invited to it, in order.</summary>
    public IEnumerable<int> Days(Survey survey) => DaysOf(survey.Id).Keys;

    private DateTimeOffset Of(Survey survey, DayRange range)
    {
        if (!_known.TryGetValue((survey.Id, range), out var at)) _known[(survey.Id, range)] = at = Find(survey, range);
        return at;
    }

    private DateTimeOffset Find(Survey survey, DayRange range)
    {
        var published = survey.Current.PublishedAt;
        var counted = survey.Audience == Audience.Employee
            ? survey.Released.Where(p => ReleasedCube.Lies(p, range)).Max(p => p.ReleaseTime)
            : Later(Tree, LastOf(DaysOf(survey.Id), range));
        return Later(published, counted ?? published);
    }

    private static DateTimeOffset LastOf(SortedList<int, DateTimeOffset> days, DayRange range)
    {
        var (from, past) = (range.From is { } first ? Data.Days.Number(first) : int.MinValue, range.To is { } to ? Data.Days.Number(to) : int.MaxValue);
        var last = DateTimeOffset.UnixEpoch;
        foreach (var (day, at) in days)
        {
            if (day >= from && day < past) last = Later(last, at);
        }
        return last;
    }

    private SortedList<int, DateTimeOffset> DaysOf(int survey) => _days.TryGetValue(survey, out var days) ? days : _days[survey] = [];

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed class FreshDay
    {
        public int Survey { get; init; }
        public int Day { get; init; }
    }
}
