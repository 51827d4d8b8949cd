using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Texts;

namespace Feedback.Api.Features.Topics;

/// <summary>Replaces the topics that texts are counted under. The whole dictionary is sent. Texts stored before are read again in the background; figures that were released stay.</summary>
public sealed class ReplaceTopics : IEndpoint
{
    private const int MaximumBytes = 4 << 20;

    /// <summary>Every topic, in any order.</summary>
    public sealed record Request
    {
        public IReadOnlyList<TopicDefinition?>? Topics { get; init; }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/topics", Handle)
        .WithName("ReplaceTopics")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"topics":[{"code":"waiting","title":{"en":"Waiting","de":"Warten"},"terms":{"en":["wait*","queue*","on hold"],"de":["wart*","*schlange"]}}]}""")
        .ResponseExample(200, """{"added":0,"changed":1,"removed":18,"unchanged":0}""")
        .Produces<ListChange>(200)
        .Problems(400, 401, 403, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue, Rereading rereading, TimeProvider time)
    {
        var (request, problem) = await Body.Read(context, ReplaceTopicsValidator.Instance, ProblemCodes.InvalidTopics, MaximumBytes);
        return problem ?? await Replace(context, [.. request!.Topics!.Select(t => t!)], database, catalogue, rereading, time);
    }

    /// <summary>Puts topics in the place of those there are, and answers what that changed.</summary>
    internal static async Task<IResult> Replace(HttpContext context, IReadOnlyList<TopicDefinition> topics, Database database, CatalogueCache catalogue, Rereading rereading, TimeProvider time)
    {
        ListChange change;
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            change = ListChange.Between(Entries((await CatalogueReader.Read(session)).Words.Topics), Entries(topics), t => t.Code);
            if (!change.ChangesNothing())
            {
                await WordLists.NumberTopics(session, topics.Select(t => t.Code!));
                await WordLists.Replace(session, WordLists.TopicsName, ReferenceEquals(topics, WordLists.BuiltInTopics) ? null : WordLists.ToText(topics), time);
                await session.Commit();
            }
        }
        await catalogue.Refresh(CancellationToken.None);
        rereading.Wake();
        return TypedResults.Ok(change);
    }

    /// <summary>Topics by what they say: two of the same words are the same.</summary>
    private static List<(string Code, string Text)> Entries(IReadOnlyList<TopicDefinition> topics) => [.. topics.Select(t => (t.Code!, WordLists.ToText([t])))];
}
