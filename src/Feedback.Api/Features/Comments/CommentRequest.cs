using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>Which comments are asked for.</summary>
/// <param name="Periods">Released periods, survey by survey in the order of keys, the earliest first.</param>
/// <param name="Unit">The unit that shows them; null for all.</param>
/// <param name="Asked">The period as it was asked for, or the last one released.</param>
internal sealed record CommentRequest(IReadOnlyList<(Survey Survey, SurveyPeriod Period)> Periods, string? Unit, string Asked)
{
    /// <summary>What comments of employees can be asked by; all else is refused, whatever it says.</summary>
    private static readonly string[] Parameters = ["audience", "survey", "period", "where", .. ListRequest.Parameters];

    /// <summary>Reads what is asked from the query. What depends on the text alone is refused before it is looked at what is released.</summary>
    public static Problem? Read(HttpContext context, CommentSurveys asked, out CommentRequest? request)
    {
        request = null;
        var (query, surveys) = (context.Request.Query, asked.Surveys);
        if (query.Keys.FirstOrDefault(name => !Parameters.Contains(name)) is { } other)
            return Problem.Invalid(ProblemCodes.UnknownParameter, other, "Comments of employees cannot be asked by it.");
        if (query["where"].Count > 1) return Invalid("where", "Comments of employees are filtered by one unit.");
        if (ReadUnit(query, out var unit) is { } unitProblem) return unitProblem;
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
        request = new CommentRequest(released, unit, period.ToString() is { Length: > 0 } text ? text : PeriodGrid.TextOf(last.Survey, last.Period.Number));
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

    private static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
