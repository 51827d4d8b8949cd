using Feedback.Api.Catalogue;
using Feedback.Api.Figures.Readings;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Figures.Warnings;

/// <summary>The scores that are watched, of everybody and of each unit with everything below it, in the last period.</summary>
public static class ScoreWarnings
{
    private static readonly EarlyWarning Indicator = new();

    /// <summary>Employees: released periods up to the last one of the request, each measure as <c>early-warning</c> answers it.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="surveys">Their surveys.</param>
    /// <param name="range">Up to which the periods are read.</param>
    public static async Task<IReadOnlyList<Warning>> OfEmployees(ReadScope scope, IReadOnlyList<Survey> surveys, DayRange range)
    {
        var (reading, rows) = (new EarlyWarningReading(), new List<Warning>());
        foreach (var measure in WatchedScores.Of(surveys))
        {
            foreach (var by in (string[][])[[], [ResponseRules.Unit]])
            {
                var request = new IndicatorRequest
                {
                    Indicator = reading.Indicator,
                    Audience = Audience.Employee,
                    Surveys = surveys,
                    NamesSurveys = false,
                    Range = range,
                    Measure = measure,
                    By = by,
                    UnitAxis = new Axis(ResponseRules.Unit),
                };
                request = request with { Surveys = reading.Asking(surveys, request) };
                if (request.LastReleased() is null) continue;
                rows.AddRange((await reading.Read(scope, request)).Select(d => new Warning(d.Name!, d.By.Count > 0 ? d.By[0] : null, null, measure.Name, Audience.Employee,
                    d.From!.Value, d.To!.Value, Anonymity.Release(d.Figure, reading.Indicator, d.Terms))));
            }
        }
        return rows;
    }

    /// <summary>Employees: the rows of a unit of which nothing was released, one for each score of everybody: they look like those of one that is withheld.</summary>
    public static IEnumerable<Warning> OfUnknown(string unit, IReadOnlyList<Warning> rows, int minimumGroup) => rows.Any(r => r.Unit == unit) ? []
        : rows.Where(r => r.Unit is null).Select(r => r with
        {
            Stream = TopicStream.NameOf(unit, r.Measure!),
            Unit = unit,
            Figure = Anonymity.Release(Figure.Withheld, Indicator, new Terms(Audience.Employee, minimumGroup)),
        });

    /// <summary>Customers: whole periods up to a day, all measures from one read.</summary>
    /// <param name="scope">The snapshot.</param>
    /// <param name="surveys">Their surveys.</param>
    /// <param name="where">Dimension to the value it must have.</param>
    /// <param name="length">How long a period is.</param>
    /// <param name="end">The first day after the last period.</param>
    public static async Task<IReadOnlyList<Warning>> OfCustomers(
        ReadScope scope, IReadOnlyList<Survey> surveys, IReadOnlyList<(string Dimension, string Value)> where, Interval length, DateOnly end)
    {
        List<Construct> measures = [.. WatchedScores.Of(surveys)];
        var minimumGroup = surveys.Select(s => s.MinimumGroup ?? scope.MinimumGroup).DefaultIfEmpty(scope.MinimumGroup).Max();
        var query = new CubeQuery
        {
            Surveys = surveys,
            Variables = [.. surveys.SelectMany(s => s.Variables).Where(v => measures.Exists(m => Reading.IsOf(v, m)))],
            Range = new DayRange(null, end),
            Interval = length,
            Where = where,
            Cells = [new Axis(ResponseRules.Unit)],
        };
        var cube = await Cube.Read(scope, query);
        var periods = cube.Rows.Where(r => r.From is not null).OrderBy(r => r.From).ToList();
        if (periods.Count == 0) return [];
        var terms = new Terms(Audience.Customer, minimumGroup);
        var groups = periods.ConvertAll(p => GroupsOf(p, scope.Units));
        return [.. ((string?[])[null, .. scope.Units.Live]).AsParallel().AsOrdered().WithCancellation(scope.Aborted).SelectMany(unit =>
        {
            var counts = groups.ConvertAll(g => cube.CountsOf(g.GetValueOrDefault(unit ?? "")));
            return measures.Select(measure => Of(unit, measure, [.. counts.Select(c => measure.Scores(c, terms))], periods, length, terms));
        })];
    }

    /// <summary>What was counted in a period of every unit with everything below it; "" is everybody.</summary>
    private static Dictionary<string, CountedGroup> GroupsOf(CubeRow period, UnitTree tree)
    {
        var parts = period.Cells.SelectMany(cell => tree.Upward(cell.Name ?? "").Where(u => !u.IsRetired).Select(u => (Unit: u.Code, cell.Group))).ToLookup(p => p.Unit, p => p.Group);
        var groups = parts.ToDictionary(p => p.Key, p => CountedGroup.Sum([.. p]), StringComparer.Ordinal);
        groups[""] = period.Total;
        return groups;
    }

    private static Warning Of(string? unit, Construct measure, Moments[] scores, List<CubeRow> periods, Interval length, Terms terms)
    {
        var from = periods[^1].From!.Value;
        var figure = Indicator.Score(scores, terms);
        var first = scores.Length - 1;
        if (IsAlarm(figure))
        {
            while (first > 0 && IsAlarm(Indicator.Score(scores[..first], terms))) first--;
        }
        return new Warning(TopicStream.NameOf(unit, measure.Name), unit, null, measure.Name, Audience.Customer, from, TimeSpans.EndOf(from, length), Anonymity.Release(figure, Indicator, terms))
        {
            Since = IsAlarm(figure) ? periods[first].From : null,
        };
    }

    private static bool IsAlarm(Figure figure) => figure.Components.GetValueOrDefault("alarm") is true;
}
