using Feedback.Api.Catalogue;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;

namespace Feedback.Api.Features.StaffNames;

/// <summary>Tells how many names are masked in texts and since when, and none of them.</summary>
public sealed class ReadStaffNames : IEndpoint
{
    /// <summary>The list as it may be told.</summary>
    /// <param name="Count">How many names it holds.</param>
    /// <param name="ChangedAt">When it was changed last; null where none was ever sent.</param>
    public sealed record View(int Count, DateTimeOffset? ChangedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/staff-names", Handle)
        .WithName("ReadStaffNames")
        .WithTags("Organisation")
        .For(KeyScope.Admin)
        .ResponseExample(200, """{"count":412,"changedAt":"2026-11-22T09:30:00Z"}""")
        .Produces<View>(200)
        .Problems(400, 401, 403, 503);

    private static IResult Handle(HttpContext context, Seal seal)
    {
        var words = context.Caller().Catalogue.Words;
        var changedAt = words.StaffNamesChangedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null;
        return TypedResults.Ok(new View(StaffList.Stored(seal, words.StaffNames).Length, changedAt));
    }
}
