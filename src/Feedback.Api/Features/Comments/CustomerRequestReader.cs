using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>Reads from the query which comments of customers are asked for.</summary>
internal static class CustomerRequestReader
{
    public static Problem? Read(HttpContext context, CommentSurveys asked, out CustomerRequest? request)
    {
        request = null;
        var (query, surveys) = (context.Request.Query, asked.Surveys);
        if (Days(query, out var from, out var to) is { } daysProblem) return daysProblem;
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
            From = from,
            To = to,
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

    /// <summary>Reads <c>period</c>, or <c>from</c> and <c>to</c>.</summary>
    private static Problem? Days(IQueryCollection query, out DateOnly? from, out DateOnly? to)
    {
        (from, to) = (null, null);
        if (query.ContainsKey("period"))
        {
            if (query.ContainsKey("from") || query.ContainsKey("to")) return CommentSurveys.Invalid("period", "It goes without from and to.");
            if (CalendarPeriods.Parse(Text(query, "period")) is not var (start, end)) return CommentSurveys.Invalid("period", "It is 2026-11, 2026-Q4 or 2026.");
            (from, to) = (start, end);
            return null;
        }
        if (query.ContainsKey("from") && (from = ResponseRules.Day(Text(query, "from"))) is null) return CommentSurveys.Invalid("from", "It is a day such as 2026-11-01.");
        if (query.ContainsKey("to") && (to = ResponseRules.Day(Text(query, "to"))) is null) return CommentSurveys.Invalid("to", "It is a day such as 2026-12-01; the range ends before it.");
        return from >= to ? CommentSurveys.Invalid("to", "It is after from.") : null;
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
