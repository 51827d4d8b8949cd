using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Comments;

/// <summary>Which comments are asked for.</summary>
/// <param name="Periods">Released periods, survey by survey in the order of keys, the earliest first.</param>
/// <param name="Unit">The unit that shows them; null for all.</param>
/// <param name="Asked">The period as it was asked for, or the last one released.</param>
internal sealed record CommentRequest(IReadOnlyList<(Survey Survey, SurveyPeriod Period)> Periods, string? Unit, string Asked)
{
    public static readonly string[] Parameters = ["audience", "survey", "period", "where"];

    private const string CustomersLater = "Comments of customers are not served yet.";

    /// <summary>Reads what is asked from the query. What depends on the text alone is refused before it is looked at what is released.</summary>
    public static Problem? Read(HttpContext context, out CommentRequest? request)
    {
        request = null;
        var query = context.Request.Query;
        foreach (var (name, values) in query)
        {
            if (values.Count > 1 && name != "survey") return Invalid(name, name == "where" ? "Comments are filtered by one unit." : "It stands once.");
        }
        if (ReadUnit(query, out var unit) is { } unitProblem) return unitProblem;
        if (ReadSurveys(query, context.Caller(), out var surveys) is { } surveyProblem) return surveyProblem;
        var range = new DayRange(null, null);
        if (query.TryGetValue("period", out var period))
        {
            if (ReleasedRange.Find(period.ToString(), context.Caller().Catalogue, surveys) is not var (found, on))
                return Invalid("period", "It is a period on the grid of the surveys, such as 2026-11, 2026-Q4 or 2026, or a wave.");
            (range, surveys) = (found, on);
        }
        var released = surveys.SelectMany(s => s.Released.Select(p => (Survey: s, Period: p))).Where(p => ReleasedCube.Lies(p.Period, range)).ToList();
        if (released.Count == 0) return Problem.PeriodNotReleased;
        var last = released.MaxBy(p => p.Period.PastDay);
        if (range is (null, null)) released.RemoveAll(p => !ReleasedCube.Lies(p.Period, new DayRange(last.Period.From, last.Period.To)));
        request = new CommentRequest(released, unit, period.ToString() is { Length: > 0 } asked ? asked : PeriodGrid.TextOf(last.Survey, last.Period.Number));
        return null;
    }

    private static Problem? ReadUnit(IQueryCollection query, out string? unit)
    {
        unit = null;
        if (!query.TryGetValue("where", out var where)) return null;
        const string prefix = ResponseRules.Unit + ":";
        var text = where.ToString();
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || !Names.IsName(text[prefix.Length..])) return Invalid("where", "It is unit:CODE; comments of employees are filtered by nothing else.");
        unit = text[prefix.Length..];
        return null;
    }

    private static Problem? ReadSurveys(IQueryCollection query, Caller caller, out IReadOnlyList<Survey> surveys)
    {
        surveys = [];
        var (audience, keys) = (query["audience"].ToString(), query["survey"].Distinct().ToList());
        if (audience == "customer") return Invalid("audience", CustomersLater);
        if (query.ContainsKey("audience") && audience != "employee") return Invalid("audience", "It is employee.");
        if (audience.Length == 0 && keys.Count == 0) return Invalid("audience", "Either audience or survey is needed.");
        var named = keys.Select(k => caller.Catalogue.Survey(k!)).ToList();
        if (named.Any(s => s is null or { IsBuiltIn: true })) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (named.Any(s => s!.Audience == Audience.Customer)) return Invalid("survey", CustomersLater);
        if (!caller.MayTouch(Audience.Employee)) return Caller.WrongAudience;
        surveys = [.. (named.Count > 0 ? named.Select(s => s!) : caller.Catalogue.Of(Audience.Employee)).OrderBy(s => s.Key, StringComparer.Ordinal)];
        return null;
    }

    private static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
