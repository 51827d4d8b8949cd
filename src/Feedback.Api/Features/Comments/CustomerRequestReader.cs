using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>Reads from the query which comments of customers are asked for.</summary>
internal static class CustomerRequestReader
{
    private const string WholeMonths = "It is the first day of a month, such as 2026-11-01: comments are told apart by months, and no finer.";

    public static Problem? Read(HttpContext context, CommentSurveys asked, out CustomerRequest? request)
    {
        request = null;
        var (query, surveys) = (context.Request.Query, asked.Surveys);
        if (Months(query, out var first, out var last) is { } monthsProblem) return monthsProblem;
        if (Filters(query, surveys, out var where) is { } whereProblem) return whereProblem;
        if (Items(query, surveys, out var variables) is { } itemProblem) return itemProblem;
        if (Text(query, "kind") is { Length: > 0 } kind && !surveys.Where(s => s.IsBuiltIn).Any(s => HasKind(s, kind))) return CommentSurveys.Invalid("kind", "It is idea, concern, praise or question, of audience=customer.");
        var language = Text(query, "language").ToLowerInvariant();
        if (language.Length is 1 or > 8 || language.Any(c => !char.IsAsciiLetterLower(c))) return CommentSurveys.Invalid("language", "It is a language's code such as en, or und.");
        var sentiment = query.ContainsKey("sentiment") ? SentimentFilter.Of(Text(query, "sentiment")) : SentimentFilter.None;
        if (sentiment is null) return CommentSurveys.Invalid("sentiment", "It is positive, negative, neutral or unscored.");
        if (Text(query, "topic") is { Length: > 0 } topic && !Names.IsName(topic)) return CommentSurveys.Invalid("topic", "It is a topic's code.");
        if (Text(query, "includeTest") is not ("" or "true" or "false")) return CommentSurveys.Invalid("includeTest", "It is true or false.");
        var searched = Text(query, "search");
        var search = SearchText.Read(searched[..Math.Min(searched.Length, SearchText.Longest)]);
        if (query.ContainsKey("search") && (search.Count is 0 or > SearchText.MostTerms || searched.Length > SearchText.Longest))
            return CommentSurveys.Invalid("search", $"It is 1 to {SearchText.MostTerms} words, \"phrases\" or prefixes*, of at most {SearchText.Longest} characters.");
        request = new CustomerRequest
        {
            Surveys = surveys,
            First = first,
            Last = last,
            Where = where,
            Variables = variables,
            Kind = Text(query, "kind"),
            Language = language,
            Sentiment = sentiment,
            Topic = Text(query, "topic") is { Length: > 0 } code ? $" {code} " : "",
            Search = search,
            IncludesTest = Text(query, "includeTest") == "true",
        };
        return null;
    }

    /// <summary>Reads <c>period</c>, or <c>from</c> and <c>to</c>, as the first and the last month.</summary>
    private static Problem? Months(IQueryCollection query, out int first, out int last)
    {
        (first, last) = (0, int.MaxValue);
        var (from, to) = ((DateOnly?)null, (DateOnly?)null);
        if (query.ContainsKey("period"))
        {
            if (query.ContainsKey("from") || query.ContainsKey("to")) return CommentSurveys.Invalid("period", "It goes without from and to.");
            if (CalendarPeriods.Parse(Text(query, "period")) is not var (start, end)) return CommentSurveys.Invalid("period", "It is 2026-11, 2026-Q4 or 2026.");
            (from, to) = (start, end);
        }
        foreach (var name in (string[])["from", "to"])
        {
            if (!query.ContainsKey(name)) continue;
            if (ResponseRules.Day(Text(query, name)) is not { Day: 1 } day) return CommentSurveys.Invalid(name, WholeMonths);
            if (name == "from") from = day;
            else to = day;
        }
        if (from >= to) return CommentSurveys.Invalid("to", "It is after from.");
        if (from is { } opening) first = Number(opening);
        if (to is { } past) last = Number(past.AddMonths(-1));
        return null;

        static int Number(DateOnly day) => day.Year * 100 + day.Month;
    }

    private static Problem? Filters(IQueryCollection query, IReadOnlyList<Survey> surveys, out IReadOnlyList<(string Dimension, string Value)> where)
    {
        var filters = new List<(string Dimension, string Value)>();
        where = filters;
        foreach (var text in query["where"])
        {
            var colon = text!.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || !Names.IsDimensionValue(text[(colon + 1)..])) return CommentSurveys.Invalid("where", "It is dimension:value.");
            var (dimension, value) = (text[..colon], text[(colon + 1)..]);
            if (dimension != ResponseRules.Unit && !surveys.Any(s => s.Dimensions.Contains(dimension)))
                return Problem.Invalid(ProblemCodes.UnknownDimension, "where", "None of the surveys registers the dimension.");
            if (filters.Any(f => f.Dimension == dimension)) return CommentSurveys.Invalid("where", "A dimension is filtered once.");
            filters.Add((dimension, value));
        }
        return null;
    }

    private static Problem? Items(IQueryCollection query, IReadOnlyList<Survey> surveys, out IReadOnlyList<int>? variables)
    {
        variables = null;
        if (!query.ContainsKey("item")) return null;
        var code = Text(query, "item");
        variables = [.. surveys.Where(s => !s.IsBuiltIn).SelectMany(s => s.Variables).Where(v => v is { Kind: Variable.ItemKind, Items: Variable.Text } && v.Name == code).Select(v => v.Id)];
        return variables.Count > 0 ? null : CommentSurveys.Invalid("item", "None of the surveys asks for a text under this code.");
    }

    private static bool HasKind(Survey survey, string kind) => survey.Current.Find(Survey.KindItem) is { } item && item.Options.ContainsKey(kind);

    private static string Text(IQueryCollection query, string name) => query[name].ToString();
}
