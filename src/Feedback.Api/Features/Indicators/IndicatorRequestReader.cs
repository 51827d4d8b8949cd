using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using static Feedback.Api.Features.Indicators.QueryText;

namespace Feedback.Api.Features.Indicators;

/// <summary>Reads what is asked of an indicator from the query. What depends on the text alone is refused before anything is read.</summary>
public static class IndicatorRequestReader
{
    private const int MaximumBuckets = 2_000;

    /// <summary>Every parameter that a reading knows.</summary>
    public static IEnumerable<string> ParametersOf(Reading reading) => Reading.Common.Except(reading.Without).Concat([.. ListRequest.Parameters, .. reading.Parameters]);

    public static Problem? Read(HttpContext context, Reading reading, out IndicatorRequest? request)
    {
        request = null;
        var query = context.Request.Query;
        var inner = Compared(query, reading);
        if (UnknownParameter(query, reading, inner) is { } unknown) return unknown;
        if (AskedSurveys.Read(query, context.Caller(), inner ?? reading, out var asked) is { } surveyProblem) return surveyProblem;
        if (!(inner ?? reading).Indicator.Audiences.Contains(asked!.Audience)) return Invalid("audience", "The indicator is not offered for this audience.");
        var surveys = asked.Surveys;
        var isEmployee = asked.Audience == Audience.Employee;
        if ((isEmployee ? EmployeePeriods.Range(query, context.Caller().Catalogue, ref surveys, out var range) : Range(query, out range)) is { } rangeProblem) return rangeProblem;
        if (!TryEnum<Interval>(query["interval"], out var interval)) return Invalid("interval", "It is week, month, quarter or year.");
        if (isEmployee && EmployeePeriods.Series(interval, ref surveys) is { } seriesProblem) return seriesProblem;
        if (range is { From: { } from, To: { } to } && TimeSpans.Count(from, to, interval) > MaximumBuckets) return Invalid("interval", $"The series would have more than {MaximumBuckets} rows a group.");
        if (!TryFlag(query["weighted"], out var isWeighted)) return Invalid("weighted", "It is true or false.");
        if (isWeighted && (!reading.Indicator.AllowsWeights || asked.Audience == Audience.Employee)) return Invalid("weighted", "The indicator is not offered with weights here.");
        if (!TryFlag(query["includeTest"], out var includesTest)) return Invalid("includeTest", "It is true or false.");
        var read = new IndicatorRequest
        {
            Indicator = reading.Indicator,
            Audience = asked.Audience,
            Surveys = surveys,
            Others = asked.Others,
            NamesSurveys = asked.NamesSurveys,
            NamesOthers = asked.NamesOthers,
            Range = range,
            Interval = interval,
            By = query.List("by"),
            IsWeighted = isWeighted,
            IncludesTest = includesTest,
            Item = query.Text("item"),
            Topic = query.Text("topic"),
        };
        if (OwnParameters.Read(query, context.Caller().Catalogue, inner ?? reading, ref read) is { } ownProblem) return ownProblem;
        read = read with { Surveys = (inner ?? reading).Asking(read.Surveys, read), Others = (inner ?? reading).Asking(read.Others, read) };
        if (Breakdown.Check(inner ?? reading, read) is { } byProblem) return byProblem;
        if (Filters(query, inner ?? reading, read, out var where) is { } whereProblem) return whereProblem;
        read = read with { Where = where };
        if (inner is not null && ComparedParameters.Read(query, context.Caller().Catalogue, inner, ref read) is { } comparedProblem) return comparedProblem;
        // Where both audiences are read, filters cut the employees as well.
        if ((asked.Audience == Audience.Employee || (inner ?? reading).ComparesAudiences) && EmployeeCells.Check(read) is { } cellProblem) return cellProblem;
        if (isEmployee && EmployeePeriods.Settle(inner is not null && read.Comparison?.Initiative is null ? inner : reading, ref read) is { } periodProblem) return periodProblem;
        request = read;
        return null;
    }

    /// <summary>What <c>change</c> is asked of; null for every other indicator, and where <c>of</c> names nothing that can be compared.</summary>
    private static Reading? Compared(IQueryCollection query, Reading reading) => reading.Parameters.Contains("of") && query.Text("of") is { } slug && slug != reading.Indicator.Slug && ReadingCatalogue.Find(slug) is { IsCompared: true } inner ? inner : null;

    private static Problem? UnknownParameter(IQueryCollection query, Reading reading, Reading? inner)
    {
        var known = ParametersOf(reading).Concat(inner?.Parameters ?? []).Except(inner?.Without ?? []).ToHashSet();
        foreach (var name in query.Keys)
        {
            if (!known.Contains(name)) return Problem.Invalid(ProblemCodes.UnknownParameter, Names.IsName(name) ? name : "?", "The parameter is not one of this indicator's.");
            if (query[name].Count > 1 && name is not ("survey" or "where")) return Invalid(name, "It stands once.");
        }
        foreach (var name in (string[])["item", "topic"])
        {
            if (query.ContainsKey(name) && query[name].ToString().Length == 0) return Invalid(name, "It is not empty.");
        }
        return reading.Parameters.Contains("of") && inner is null ? Invalid("of", "It names the indicator that is compared.") : null;
    }

    private static Problem? Range(IQueryCollection query, out DayRange range)
    {
        range = new DayRange(null, null);
        if (query.TryGetValue("period", out var period))
        {
            if (query.ContainsKey("from") || query.ContainsKey("to")) return Invalid("period", "It does not go with from and to.");
            if (CalendarPeriods.Parse(period.ToString()) is not { } days) return Invalid("period", "It is 2026-11, 2026-Q4 or 2026.");
            range = new DayRange(days.From, days.To);
            return null;
        }
        if (!TryDay(query["from"], out var from)) return Invalid("from", "It is a day such as 2026-11-01.");
        if (!TryDay(query["to"], out var to)) return Invalid("to", "It is a day such as 2026-12-01; the range ends before it.");
        if (from >= to) return Invalid("to", "It is after from.");
        range = new DayRange(from, to);
        return null;
    }

    private static Problem? Filters(IQueryCollection query, Reading reading, IndicatorRequest request, out IReadOnlyList<(string Dimension, string Value)> where)
    {
        var filters = new List<(string Dimension, string Value)>();
        where = filters;
        foreach (var text in query["where"])
        {
            if (Filter(text!) is not { } filter) return Invalid("where", "It is dimension:value.");
            if (!Breakdown.IsRegistered(filter.Dimension, request.Surveys)) return Problem.Invalid(ProblemCodes.UnknownDimension, "where", "None of the surveys registers the dimension.");
            if (reading.RefusesFilter("where", filter.Dimension, request) is { } problem) return problem;
            if (filters.Any(f => f.Dimension == filter.Dimension)) return Invalid("where", "A dimension is filtered once.");
            filters.Add(filter);
        }
        return null;
    }
}
