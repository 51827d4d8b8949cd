using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Microsoft.AspNetCore.Http.Features;

namespace Feedback.Api.Features.Responses;

/// <summary>Erases every response of one customer, found by the reference that was sent with them.</summary>
public sealed class EraseRespondent : IEndpoint
{
    /// <param name="Erased">How many responses were erased now.</param>
    public sealed record Response(int Erased);

    private const string Prefix = "/v1/respondents/";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/respondents/{**reference}", Handle)
        .WithName("EraseRespondent")
        .WithTags("Ingest")
        .For(KeyScope.Admin)
        .Produces<Response>(200)
        .Problems(400, 401, 403, 503);

    private static async Task<IResult> Handle(HttpContext context, string reference, Database database, CatalogueCache catalogue, Seal seal, TimeProvider time)
    {
        var respondent = seal.Respondent(AsSent(context) ?? reference);
        var erased = 0;
        await using var session = await database.Write(context.RequestAborted);
        var rows = await session.Rows<StoredRow>(Queries.ReadRespondentResponses, new { Respondent = respondent });
        // Later than the rows, so that it knows the survey of each.
        var snapshot = await catalogue.Refresh(context.RequestAborted);
        foreach (var row in rows)
        {
            if (await Erasure.Erase(session, row, snapshot, time)) erased++;
        }
        await session.Commit();
        return TypedResults.Ok(new Response(erased));
    }

    /// <summary>The reference out of the address as it came: the server decodes a path but for its slashes, so that an encoded slash and a reference that holds "%2F" look alike.</summary>
    private static string? AsSent(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var start = target.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : Uri.UnescapeDataString(target[(start + Prefix.Length)..].Split('?')[0]);
    }
}
