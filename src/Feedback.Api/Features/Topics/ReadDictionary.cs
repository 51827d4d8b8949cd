using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Topics;

/// <summary>Lists the topics in force with the terms that texts are searched for: those the organisation sent, or those that every one starts with.</summary>
public sealed class ReadDictionary : IEndpoint
{
    /// <summary>A topic as it stands.</summary>
    /// <param name="Code">Its name in figures.</param>
    /// <param name="Title">A text, or one a language; null where there is none.</param>
    /// <param name="Terms">By language, <c>*</c> for every one.</param>
    public sealed record TopicView(string Code, LocalizedText? Title, IReadOnlyDictionary<string, IReadOnlyList<string>> Terms);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/topics/dictionary", Handle)
        .WithName("ReadDictionary")
        .WithTags("Organisation")
        .For(KeyScope.Read)
        .List<TopicView>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        var topics = context.Caller().Catalogue.Words.Topics.OrderBy(t => t.Code, StringComparer.Ordinal).ToList();
        return asked.Answer(topics, t => t.Code!, t => new TopicView(t.Code!, t.Title, t.Terms!));
    }
}
