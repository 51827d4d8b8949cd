using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;
using Feedback.Api.Webhooks;

namespace Feedback.Api.Features.Webhooks;

/// <summary>Has an address told of events from now on. The secret that messages are signed with is in this answer and nowhere else.</summary>
public sealed class MakeWebhook : IEndpoint
{
    /// <summary>The most addresses there may be.</summary>
    public const int MaximumWebhooks = 50;

    /// <summary>Who is to be told of what.</summary>
    public sealed record Request
    {
        /// <summary>What it is for, so that people know what they remove; the host of the address without it.</summary>
        public string? Name { get; init; }

        /// <summary>Where messages go: https, and a public address unless the setting Feedback:Webhooks:AllowPrivateAddresses allows others.</summary>
        public string? Url { get; init; }

        /// <summary><c>response.stored</c>, <c>response.erased</c> (customers' alone), <c>period.released</c>, <c>early_warning.raised</c>.</summary>
        public IReadOnlyList<string>? Events { get; init; }

        /// <summary>Keys of the only surveys it is told of; all without it.</summary>
        public IReadOnlyList<string>? Surveys { get; init; }
    }

    /// <summary>A new address.</summary>
    /// <param name="Id">Under which it is removed.</param>
    /// <param name="Secret">What messages are signed with, shown once.</param>
    /// <param name="Name">What it is for.</param>
    /// <param name="Url">Where messages go.</param>
    /// <param name="Events">What it is told of.</param>
    /// <param name="Surveys">The only surveys it is told of; null for all.</param>
    /// <param name="CreatedAt">When it was made.</param>
    public sealed record Response(string Id, string Secret, string Name, string Url, IReadOnlyList<string> Events, IReadOnlyList<string>? Surveys, DateTimeOffset CreatedAt);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/webhooks", Handle)
        .WithName("MakeWebhook")
        .WithTags("Webhooks")
        .For(KeyScope.Admin)
        .Accepts<Request>("application/json")
        .RequestExample("""{"name":"CRM","url":"https://hooks.example.org/feedback","events":["response.stored","response.erased"]}""")
        .Produces<Response>(201)
        .Problems(400, 401, 403, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, CatalogueCache catalogue, Seal seal, Settings settings, TimeProvider time)
    {
        var (request, problem) = await Body.Read(context, MakeWebhookValidator.Instance);
        if (problem is not null) return problem;
        if (WebhookAddress.Refuses(request!.Url!, settings.Webhooks.AllowPrivateAddresses) is { } refusal) return Problem.Invalid(ProblemCodes.InvalidRequest, "url", refusal);
        var now = time.GetUtcNow();
        var url = new Uri(request.Url!);
        var (id, secret) = (Guid.CreateVersion7(now).ToString("N"), WebhookSecret.Make());
        var made = new Webhook
        {
            Id = id,
            Name = request.Name ?? url.Host,
            Url = url,
            Events = [.. request.Events!.Distinct()],
            Surveys = request.Surveys is null ? null : [.. request.Surveys.Distinct()],
            Secret = seal.Protect(WebhookSecret.UseOf(id), secret),
            CreatedAt = now,
        };
        await using (var session = await database.Write(context.RequestAborted))
        {
            await session.Run(Queries.RaiseStamp);
            var known = await CatalogueReader.Read(session);
            if (known.Webhooks.Count >= MaximumWebhooks) return Problem.Conflict(ProblemCodes.TooManyWebhooks, $"There are {MaximumWebhooks} webhooks, and no more may be; remove one first.");
            if ((made.Surveys ?? []).Any(s => known.Survey(s) is not { IsBuiltIn: false })) return Problem.Invalid(ProblemCodes.UnknownSurvey, "surveys", "There is no such survey.");
            await session.Run(Queries.InsertWebhook, new
            {
                made.Id,
                made.Name,
                request.Url,
                Events = JsonSerializer.Serialize(made.Events),
                Surveys = made.Surveys is null ? null : JsonSerializer.Serialize(made.Surveys),
                made.Secret,
                CreatedAt = now.ToUnixTimeMilliseconds(),
            });
            context.HasMade(made.Id);
            await session.Commit();
        }
        await catalogue.Refresh(CancellationToken.None);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/v1/webhooks/{id}", new Response(id, secret, made.Name, request.Url!, made.Events, made.Surveys, now));
    }
}
