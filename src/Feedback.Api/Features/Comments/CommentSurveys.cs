using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Comments;

/// <summary>Whose comments are asked for.</summary>
/// <param name="Audience">All of them are of one audience.</param>
/// <param name="Surveys">In the order of keys; unprompted feedback is a survey here, which cannot be named.</param>
internal sealed record CommentSurveys(Audience Audience, IReadOnlyList<Survey> Surveys)
{
    /// <summary>Reads <c>audience</c> and <c>survey</c>.</summary>
    public static Problem? Read(HttpContext context, out CommentSurveys? asked)
    {
        asked = null;
        var (query, caller) = (context.Request.Query, context.Caller());
        foreach (var (name, values) in query)
        {
            if (values.Count > 1 && name is not ("survey" or "where")) return Invalid(name, "It stands once.");
        }
        var (audience, keys) = (query["audience"].ToString(), query["survey"].Distinct().ToList());
        if (query.ContainsKey("audience") && audience is not ("employee" or "customer")) return Invalid("audience", "It is customer or employee.");
        if (audience.Length == 0 && keys.Count == 0) return Invalid("audience", "Either audience or survey is needed.");
        var named = keys.Select(k => caller.Catalogue.Survey(k!)).ToList();
        if (named.Any(s => s is null or { IsBuiltIn: true })) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (named.Select(s => s!.Audience).Distinct().Count() > 1) return Invalid("survey", "Comments of customers and of employees are asked for apart.");
        var whose = named.Count > 0 ? named[0]!.Audience : audience == "customer" ? Audience.Customer : Audience.Employee;
        if (audience.Length > 0 && (audience == "customer") != (whose == Audience.Customer)) return Invalid("survey", "It asks another audience.");
        if (!caller.MayTouch(whose)) return Caller.WrongAudience;
        asked = new(whose, [.. (named.Count > 0 ? named.Select(s => s!) : caller.Catalogue.Of(whose)).OrderBy(s => s.Key, StringComparer.Ordinal)]);
        return null;
    }

    public static Problem Invalid(string parameter, string message) => Problem.Invalid(ProblemCodes.InvalidParameter, parameter, message);
}
