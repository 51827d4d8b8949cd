using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;

namespace Feedback.Api.Features.Keys;

/// <summary>Lists the keys that were not revoked, in the order they were made; expired ones are among them.</summary>
public sealed class ReadKeys : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/keys", Handle)
        .WithName("ReadKeys")
        .WithTags("Keys")
        .For(KeyScope.Admin)
        .List<KeyView>()
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context, TimeProvider time)
    {
        if (ListRequest.Read(context, out var asked) is { } problem) return problem;
        // The ids are UUIDs of version 7: their order is that of making.
        var keys = context.Caller().Catalogue.Keys.Where(k => k.RevokedAt is null).OrderBy(k => k.Id, StringComparer.Ordinal).ToList();
        var now = time.GetUtcNow();
        return asked.Answer(keys, k => k.Id, k => KeyView.Of(k, now));
    }
}
