using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>
/// Who mentioned which topic, from the first answer on: of customers live, week by week, every week there; of employees what was
/// released, period by period. A unit stands for itself with everything below it.
/// </summary>
/// <param name="Audience">Whose comments.</param>
/// <param name="Length">How long a period is.</param>
/// <param name="Periods">The first day of each, in order.</param>
/// <param name="Streams">Every unit of the tree, and everybody, with every topic of the dictionary; of employees several of one name where the unit was made of others.</param>
/// <param name="Terms">How its figures are asked for.</param>
public sealed record TopicHistory(Audience Audience, Interval Length, IReadOnlyList<DateOnly> Periods, IReadOnlyList<TopicStream> Streams, Terms Terms)
{
    /// <summary>The units that the last period knows, everybody first.</summary>
    public IReadOnlyList<string?> Units { get; init; } = [];

    /// <summary>The topics in the order of the dictionary.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>So many periods back it is looked for when an alarm began: after as many a topic is usual again, unless it keeps growing.</summary>
    private const int Lasting = 8;

    /// <summary>The first day from which periods are looked at where only the last one is asked for: enough to say since when it is in alarm.</summary>
    public static DateOnly StartFor(DateOnly end, Interval length)
    {
        for (var period = 0; period < Lasting; period++) end = TimeSpans.Before(end, length);
        return end;
    }

    /// <summary>Whether a survey counts what its comments are about.</summary>
    public static bool Counts(Survey survey) => survey.Variables.Any(v => v.IsOfAllComments);

    /// <summary>Reads the history of some surveys of one audience up to a day.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="audience">Whose comments.</param>
    /// <param name="surveys">Their surveys; those without comments are left out.</param>
    /// <param name="where">Customers: dimension to the value it must have.</param>
    /// <param name="length">How long a period is.</param>
    /// <param name="end">The first day after the last period.</param>
    /// <param name="start">Customers: the first day that has to be in it, where not all of it has; what the periods from there on show does not depend on it.</param>
    public static async Task<TopicHistory> Read(ReadScope scope, Audience audience, IReadOnlyList<Survey> surveys, IReadOnlyList<(string Dimension, string Value)> where,
        Interval length, DateOnly end, DateOnly? start = null)
    {
        List<Survey> counting = [.. surveys.Where(Counts)];
        var codes = scope.Catalogue.Words.Topics.Select(t => t.Code!).Where(scope.Catalogue.Words.Numbers.ContainsKey).ToList();
        var minimumGroup = counting.Select(s => s.MinimumGroup ?? scope.MinimumGroup).DefaultIfEmpty(scope.MinimumGroup).Max();
        var query = new CubeQuery
        {
            Surveys = counting,
            Variables = [.. counting.SelectMany(s => s.Variables).Where(v => v.IsOfAllComments)],
            Range = new DayRange(null, end),
            Interval = length,
            Where = where,
            Cells = [new Axis(ResponseRules.Unit)],
        };
        var rows = await RowsOf(scope, audience == Audience.Customer && start is { } wanted ? query with { Range = new DayRange(BeginningOf(wanted, length), end) } : query);
        var table = new MentionTable([.. query.Variables.Select(v => v.Id)], [.. codes.Select(c => scope.Catalogue.Words.Numbers[c])], rows.Count);
        for (var period = 0; period < rows.Count; period++)
        {
            if (audience == Audience.Employee) table.AddReleased(period, rows[period]);
            else table.AddLive(period, rows[period], scope.Units);
        }
        List<string?> units = [null, .. audience == Audience.Employee ? await UnitsOf(scope, query, rows) : scope.Units.Live];
        if (audience == Audience.Customer) table.Fill(units);
        return new TopicHistory(audience, length, [.. rows.Select(r => r.From!.Value)], [.. table.Streams(codes)], new Terms(audience, minimumGroup)) { Units = units, Topics = codes };
    }

    /// <summary>With a first day, all from there on, if there were answers already; else from the first answer on.</summary>
    private static async Task<List<CubeRow>> RowsOf(ReadScope scope, CubeQuery query)
    {
        var cube = await Cube.Read(scope, query);
        var rows = cube.Rows.Where(r => r.From is not null).OrderBy(r => r.From).ToList();
        return query.Range.From is null || (rows.Count > 0 && cube.Responses(rows[0].Total) > 0) ? rows : await RowsOf(scope, query with { Range = query.Range with { From = null } });
    }

    /// <summary>The first of the periods that those from a day on are held against.</summary>
    private static DateOnly BeginningOf(DateOnly day, Interval length)
    {
        var first = TimeSpans.BucketOf(day, length);
        for (var period = 0; period < VolumeAlarms.Before; period++) first = TimeSpans.Before(first, length);
        return first;
    }

    /// <summary>The units of the last released tree, whether anything was released of them or not.</summary>
    private static async Task<IReadOnlyList<string?>> UnitsOf(ReadScope scope, CubeQuery query, List<CubeRow> rows)
    {
        if (rows.Count == 0) return [];
        var last = await Cube.Read(scope, query with { Range = query.Range with { From = rows[^1].From }, Interval = Interval.None, Rows = query.Cells, Cells = [] });
        return [.. last.Rows.Select(row => row.By[0])];
    }
}
