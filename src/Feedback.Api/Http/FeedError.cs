using System.Text.Json.Serialization;

namespace Feedback.Api.Http;

/// <summary>What clients of OData look for in a refusal (OData 4.0, JSON format, 19); it stands beside the members of a problem.</summary>
/// <param name="Code">The problem's code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Target">The option that it is about; null where it is about none, or several.</param>
/// <param name="Details">One an option, where it is about several.</param>
public sealed record FeedError(
    string Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Target,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FeedError>? Details)
{
    /// <summary>The address of the feed.</summary>
    public const string Path = "/odata";

    /// <summary>Excel and Power BI ask for a name and a password when they are offered nothing else.</summary>
    public const string Challenge = "Basic realm=\"Feedback\"";

    /// <summary>Whether a request is to the feed.</summary>
    public static bool Concerns(HttpRequest request) => request.Path.StartsWithSegments(Path);

    /// <summary>The problem with the error beside.</summary>
    public static FeedProblemBody With(ProblemBody problem)
    {
        var details = problem.Errors?.SelectMany(e => e.Value.Select(message => new FeedError(problem.Code, message, e.Key, null))).ToList();
        return new(problem, new FeedError(problem.Code, problem.Detail, details is [var only] ? only.Target : null, details is { Count: > 1 } ? details : null));
    }
}

/// <summary>What a problem of the feed looks like on the wire.</summary>
public sealed record FeedProblemBody : ProblemBody
{
    public FeedProblemBody(ProblemBody problem, FeedError error) : base(problem) => Error = error;

    public FeedError Error { get; }
}
