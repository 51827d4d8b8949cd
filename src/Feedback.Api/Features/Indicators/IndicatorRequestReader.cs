using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;
using Microsoft.Extensions.Primitives;

namespace Feedback.Api.Features.Indicators;

/// <summary>Reads what is asked of an indicator from the query. What depends on the text alone is refused before anything is read.</summary>
public static class IndicatorRequestReader
{
    /// <summary>Every parameter that every indicator knows.</summary>
    public static readonly string[] Parameters =
        ["audience", "survey", "from", "to", "period", "interval", "by", "where", "weighted", "includeTest", "format", .. Paging.Parameters];

    /// <summary>Those that single indicators know beside.</summary>
    public static IReadOnlyList<string> ParametersOf(Indicator indicator) => indicator switch
    {
        Consistency => ["over"],
        { Needs.Parameter: "item" } => ["item"],
        _ => [],
    };

    private const int MaximumOtherDimensions = 2, MaximumBuckets = 2_000;

    public static Problem? Read(HttpContext context, Indicator indicator, out IndicatorRequest? request)
    {
        request = null;
        var (query, caller) = (context.Request.Query, context.Caller());
        foreach (var name in query.Keys)
        {
            if (!Parameters.Contains(name) && !ParametersOf(indicator).Contains(name))
                return Problem.Invalid(ProblemCodes.UnknownParameter, Names.IsName(name) ? name : "?", "The parameter is not one of this indicator's.");
            if (query[name].Count > 1 && name is not ("survey" or "where")) return Invalid(name, "It stands once.");
        }
        if (Surveys(query, caller, out var audience, out var surveys) is { } surveyProblem) return surveyProblem;
        if (!indicator.Audiences.Contains(audience)) return Invalid("audience", "The indicator is not offered for this audience.");
        if (Range(query, out var range) is { } rangeProblem) return rangeProblem;
        if (!TryEnum<Interval>(query["interval"], out var interval)) return Invalid("interval", "It is week, month, quarter or year.");
        if (range is { From: { } from, To: { } to } && TimeSpans.Count(from, to, interval) > MaximumBuckets) return Invalid("interval", $"The series would have more than {MaximumBuckets} rows a group.");
        if (!TryFlag(query["weighted"], out var isWeighted)) return Invalid("weighted", "It is true or false.");
        if (isWeighted && (!indicator.AllowsWeights || audience == Audience.Employee)) return Invalid("weighted", "The indicator is not offered with weights here.");
        if (!TryFlag(query["includeTest"], out var includesTest)) return Invalid("includeTest", "It is true or false.");
        if (query.TryGetValue("over", out var over) && over != IndicatorRequest.Touchpoint) return Invalid("over", "The only facet so far is touchpoint.");
        var item = query["item"].ToString() is { Length: > 0 } code ? code : null;
        surveys = Asking(surveys, indicator, item);
        if (Breakdown(query, surveys, indicator, item, out var by) is { } byProblem) return byProblem;
        if (Filters(query, surveys, out var where) is { } whereProblem) return whereProblem;
        if (audience == Audience.Employee && TooMany(by, where)) return Invalid("where", "Employees: at most one unit and two other dimensions, by included.");
        if (indicator.Needs.Parameter == "item" && item is null && !by.Contains(IndicatorRequest.Touchpoint)) return Invalid("item", "It names the item.");
        var (paging, pagingProblem) = Paging.Read(context);
        if (pagingProblem is not null) return pagingProblem;
        request = new IndicatorRequest
        {
            Audience = audience,
            Surveys = surveys,
            NamesSurveys = query.ContainsKey("survey"),
            Range = range,
            Interval = interval,
            By = by,
            Where = where,
            Item = item,
            IsWeighted = isWeighted,
            IncludesTest = includesTest,
            Paging = paging!,
        };
        return null;
    }

    /// <summary>The surveys that ask what the indicator needs: others must decide neither k nor dimensions nor groups. All of them when none does.</summary>
    private static IReadOnlyList<Survey> Asking(IReadOnlyList<Survey> surveys, Indicator indicator, string? item)
    {
        List<Survey> asking = [.. surveys.Where(s => s.Variables.Any(v => NeededVariables.IsAnswered(v, indicator, item)))];
        return asking.Count > 0 ? asking : surveys;
    }

    private static Problem? Surveys(IQueryCollection query, Caller caller, out Audience audience, out IReadOnlyList<Survey> surveys)
    {
        (audience, surveys) = (default, []);
        var (sentAudience, keys) = (query["audience"], query["survey"]);
        if (sentAudience.Count == 0 && keys.Count == 0) return Invalid("audience", "Either audience or survey is needed.");
        if (sentAudience.Count > 0 && !TryEnum(sentAudience, out audience)) return Invalid("audience", "It is customer or employee.");
        if (keys.Count == 0)
        {
            if (caller.Key.Audience is { } bound && bound != audience) return Caller.WrongAudience;
            surveys = [.. caller.Catalogue.Of(audience).OrderBy(s => s.Key, StringComparer.Ordinal)];
            return null;
        }
        var found = keys.Distinct().Select(k => caller.Catalogue.Survey(k!)).ToList();
        if (found.Any(s => s is null or { IsBuiltIn: true })) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (found.Select(s => s!.Audience).Distinct().Count() > 1) return Invalid("survey", "Surveys of customers and of employees are not combined.");
        if (sentAudience.Count > 0 && found[0]!.Audience != audience) return Invalid("audience", "The survey asks the other audience.");
        audience = found[0]!.Audience;
        if (!caller.MayTouch(audience)) return Caller.WrongAudience;
        surveys = [.. found.Select(s => s!).OrderBy(s => s.Key, StringComparer.Ordinal)];
        return null;
    }

    private static Problem? Range(IQueryCollection query, out DayRange range)
    {
        range = new DayRange(null, null);
        if (query.TryGetValue("period", out var period))
        {
            if (query.ContainsKey("from") || query.ContainsKey("to")) return Invalid("period", "It does not go with from and to.");
            if (Period(period.ToString()) is not { } days) return Invalid("period", "It is 2026-11, 2026-Q4 or 2026.");
            range = days;
            return null;
        }
        if (!TryDay(query["from"], out var from)) return Invalid("from", "It is a day such as 2026-11-01.");
        if (!TryDay(query["to"], out var to)) return Invalid("to", "It is a day such as 2026-12-01; the range ends before it.");
        if (from >= to) return Invalid("to", "It is after from.");
        range = new DayRange(from, to);
        return null;
    }

    private static DayRange? Period(string text)
    {
        if (text.Length == 7 && text[4..6] == "-Q" && text[6] is >= '1' and <= '4')
            return ResponseRules.Day(text[..4] + "-01-01") is { } first ? Months(first.AddMonths((text[6] - '1') * 3), 3) : null;
        if (ResponseRules.Day(text + "-01") is { } month) return Months(month, 1);
        return text.Length == 4 && ResponseRules.Day(text + "-01-01") is { } year ? Months(year, 12) : null;

        static DayRange Months(DateOnly start, int months) => new(start, start.AddMonths(months));
    }

    private static Problem? Breakdown(IQueryCollection query, IReadOnlyList<Survey> surveys, Indicator indicator, string? item, out IReadOnlyList<string> by)
    {
        by = query["by"].ToString() is { Length: > 0 } text ? text.Split(',') : [];
        if (by.Count > 2) return Invalid("by", "There are at most two dimensions.");
        if (by.Distinct(StringComparer.Ordinal).Count() < by.Count) return Invalid("by", "A dimension stands twice.");
        foreach (var dimension in by)
        {
            if (dimension == IndicatorRequest.Touchpoint)
            {
                if (indicator.Needs.Parameter != "item" || item is not null) return Invalid("by", "Only item without an item code is broken down by touchpoint.");
            }
            else if (!IsRegistered(dimension, surveys))
            {
                return Problem.Invalid(ProblemCodes.UnknownDimension, "by", "None of the surveys registers the dimension.");
            }
        }
        return null;
    }

    private static Problem? Filters(IQueryCollection query, IReadOnlyList<Survey> surveys, out IReadOnlyList<(string Dimension, string Value)> where)
    {
        var filters = new List<(string Dimension, string Value)>();
        where = filters;
        foreach (var text in query["where"])
        {
            var colon = text!.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !Names.IsDimensionValue(text[(colon + 1)..])) return Invalid("where", "It is dimension:value.");
            var dimension = text[..colon];
            if (!IsRegistered(dimension, surveys)) return Problem.Invalid(ProblemCodes.UnknownDimension, "where", "None of the surveys registers the dimension.");
            if (filters.Any(f => f.Dimension == dimension)) return Invalid("where", "A dimension is filtered once.");
            filters.Add((dimension, text[(colon + 1)..]));
        }
        return null;
    }

    private static bool TooMany(IReadOnlyList<string> by, IReadOnlyList<(string Dimension, string Value)> where) =>
        by.Concat(where.Select(w => w.Dimension)).Where(d => d != ResponseRules.Unit).Distinct(StringComparer.Ordinal).Count() > MaximumOtherDimensions;

    private static bool IsRegistered(string dimension, IReadOnlyList<Survey> surveys) =>
        dimension == ResponseRules.Unit || surveys.Any(s => s.Dimensions.Contains(dimension));

    private static bool TryEnum<T>(StringValues text, out T value) where T : struct, Enum
    {
        value = default;
        if (text.Count == 0) return true;
        var name = Enum.GetNames<T>().FirstOrDefault(n => char.ToLowerInvariant(n[0]) + n[1..] == text.ToString());
        return name is not null and not "None" && Enum.TryParse(name, out value);
    }

    private static bool TryFlag(StringValues text, out bool value)
    {
        value = text == "true";
        return text.Count == 0 || value || text == "false";
    }

    private static bool TryDay(StringValues text, out DateOnly? day)
    {
        day = text.Count == 0 ? null : ResponseRules.Day(text.ToString());
        return text.Count == 0 || day is not null;
    }

    private static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
