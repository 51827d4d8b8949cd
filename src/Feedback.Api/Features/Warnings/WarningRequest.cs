using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Warnings;

/// <summary>Which streams are asked for, and up to when.</summary>
/// <param name="Audiences">Whose: one, or both where the request names none and the key may see both.</param>
/// <param name="Customers">Surveys of customers.</param>
/// <param name="Employees">Surveys of employees.</param>
internal sealed record WarningRequest(IReadOnlyList<Audience> Audiences, IReadOnlyList<Survey> Customers, IReadOnlyList<Survey> Employees)
{
    public static readonly string[] Parameters = ["audience", "survey", "to", "period", "where", "topic", "indicator", "alarm"];

    /// <summary>Employees: the released period; open for the last one.</summary>
    public DayRange Range { get; private init; } = new(null, null);

    /// <summary>Customers: the last whole week ends by this day; null for today.</summary>
    public DateOnly? To { get; private init; }

    /// <summary>Customers: dimensions beside units.</summary>
    public IReadOnlyList<(string Dimension, string Value)> Where { get; private init; } = [];

    /// <summary>The rows of this unit alone.</summary>
    public string? Unit { get; private init; }

    public string? Topic { get; private init; }

    /// <summary>A score by its measure.</summary>
    public string? Score { get; private init; }

    /// <summary>Rows with this alarm alone.</summary>
    public bool? Alarm { get; private init; }

    public IReadOnlyList<Survey> Of(Audience audience) => audience == Audience.Customer ? Customers : Employees;

    /// <summary>The last released period of employees that was asked for; null without one.</summary>
    public SurveyPeriod? LastReleased => Employees.SelectMany(s => s.Released).Where(p => ReleasedCube.Lies(p, Range)).MaxBy(p => p.PastDay);

    /// <summary>Reads what is asked. What depends on the text alone is refused before it is looked at what is released.</summary>
    public static Problem? Read(HttpContext context, out WarningRequest? request)
    {
        request = null;
        var query = context.Request.Query;
        foreach (var (name, values) in query)
        {
            if (values.Count > 1 && name is not ("survey" or "where")) return Invalid(name, "It stands once.");
        }
        if (ReadAudiences(query, context.Caller(), out var read) is { } audienceProblem) return audienceProblem;
        if (ReadPeriod(query, context.Caller().Catalogue, ref read) is { } periodProblem) return periodProblem;
        if (ReadWhere(query, ref read) is { } whereProblem) return whereProblem;
        if (query["alarm"] is { Count: 1 } alarm && alarm != "true" && alarm != "false") return Invalid("alarm", "It is true or false.");
        if (ReadStream(query, context.Caller().Catalogue, ref read) is { } streamProblem) return streamProblem;
        read = read with { Alarm = query.ContainsKey("alarm") ? query["alarm"] == "true" : null };
        if (read.Audiences.Contains(Audience.Employee) && read.LastReleased is null)
        {
            if (read.Audiences.Count == 1 || read.Range is not (null, null)) return Problem.PeriodNotReleased;
            read = read with { Audiences = [Audience.Customer] };
        }
        request = read;
        return null;
    }

    private static Problem? ReadAudiences(IQueryCollection query, Caller caller, out WarningRequest read)
    {
        read = null!;
        var (audience, keys) = (query["audience"].ToString(), query["survey"].Distinct().ToList());
        if (query.ContainsKey("audience") && audience is not ("customer" or "employee")) return Invalid("audience", "It is customer or employee.");
        var named = keys.Select(k => caller.Catalogue.Survey(k!)).ToList();
        if (named.Any(s => s is null or { IsBuiltIn: true })) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        List<Audience> asked = [.. Enum.GetValues<Audience>().Where(a => audience.Length == 0 || audience == NameOf(a)).Where(a => named.Count == 0 || named.Any(s => s!.Audience == a))];
        if (asked.Count == 0) return Invalid("survey", "The survey asks the other audience.");
        var seen = asked.Where(caller.MayTouch).ToList();
        // A key for one audience sees its own without naming it, and is refused the other by name.
        if (seen.Count < asked.Count && (seen.Count == 0 || named.Count > 0)) return Caller.WrongAudience;
        read = new WarningRequest(seen, Of(Audience.Customer), Of(Audience.Employee));
        return null;

        IReadOnlyList<Survey> Of(Audience whose) => !seen.Contains(whose) ? []
            : [.. (named.Count > 0 ? named.Select(s => s!).Where(s => s.Audience == whose) : caller.Catalogue.Of(whose)).OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    private static Problem? ReadPeriod(IQueryCollection query, CatalogueSnapshot catalogue, ref WarningRequest read)
    {
        var hasEmployees = read.Audiences.Contains(Audience.Employee);
        if (query.ContainsKey("to"))
        {
            if (query.ContainsKey("period")) return Invalid("period", "It does not go with to.");
            if (hasEmployees) return Invalid("to", "Employees are read by released period, not by day; name audience=customer.");
            if (ResponseRules.Day(query["to"].ToString()) is not { } to) return Invalid("to", "It is a day such as 2026-12-01; the last whole week ends by it.");
            read = read with { To = to };
            return null;
        }
        if (!query.ContainsKey("period")) return null;
        var text = query["period"].ToString();
        if (hasEmployees)
        {
            if (ReleasedRange.Find(text, catalogue, read.Employees) is not var (range, on)) return Invalid("period", "It is a period on the grid of the surveys, such as 2026-11, 2026-Q4 or 2026, or a wave.");
            read = read with { Range = range, Employees = on, To = range.To };
            return null;
        }
        if (CalendarPeriods.Parse(text) is not { } days) return Invalid("period", "It is 2026-11, 2026-Q4 or 2026.");
        read = read with { To = days.To };
        return null;
    }

    private static Problem? ReadWhere(IQueryCollection query, ref WarningRequest read)
    {
        var (unit, where) = ((string?)null, new List<(string Dimension, string Value)>());
        foreach (var text in query["where"])
        {
            var colon = text!.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !Names.IsDimensionValue(text[(colon + 1)..])) return Invalid("where", "It is dimension:value.");
            var (dimension, value) = (text[..colon], text[(colon + 1)..]);
            if (where.Exists(w => w.Dimension == dimension) || (dimension == ResponseRules.Unit && unit is not null)) return Invalid("where", "A dimension is filtered once.");
            if (dimension == ResponseRules.Unit)
            {
                unit = value;
                continue;
            }
            if (read.Audiences.Contains(Audience.Employee)) return Invalid("where", "Streams of employees are those of units; name audience=customer for another dimension.");
            if (!read.Customers.Any(s => s.Dimensions.Contains(dimension))) return Problem.Invalid(ProblemCodes.UnknownDimension, "where", "None of the surveys registers the dimension.");
            where.Add((dimension, value));
        }
        read = read with { Unit = unit, Where = where };
        return null;
    }

    private static Problem? ReadStream(IQueryCollection query, CatalogueSnapshot catalogue, ref WarningRequest read)
    {
        var (topic, measure) = ((string?)query["topic"], (string?)query["indicator"]);
        if (topic is not null && catalogue.Words.Topics.All(t => t.Code != topic)) return Invalid("topic", "There is no such topic.");
        if (measure is not null && (!Measure.IsConstruct(measure, out var construct) || construct.Item is not null)) return Invalid("indicator", "It is a scale or a measure.");
        read = read with { Topic = topic, Score = measure };
        return null;
    }

    private static string NameOf(Audience audience) => audience == Audience.Customer ? "customer" : "employee";

    private static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
