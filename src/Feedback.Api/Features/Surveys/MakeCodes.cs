using System.Security.Cryptography;
using System.Text;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using FluentValidation;

namespace Feedback.Api.Features.Surveys;

/// <summary>Makes single-use invitation codes for a survey. They are shown once; the store keeps keyed hashes.</summary>
public sealed class MakeCodes : IEndpoint
{
    /// <param name="Count">How many, 1 to 100,000.</param>
    public sealed record Request(int? Count);

    /// <param name="Codes">The codes, in no order that means anything.</param>
    public sealed record Response(IReadOnlyList<string> Codes);

    public const int MaximumCount = 100_000;

    /// <summary>No vowels and nothing that reads like something else: 16 of them are 76 bits.</summary>
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/surveys/{key}/codes", Handle)
        .WithName("MakeCodes")
        .WithTags("Surveys")
        .For(KeyScope.Admin)
        .Query("format")
        .Accepts<Request>("application/json")
        .Produces<Response>(201, "application/json", "text/csv")
        .Problems(400, 401, 403, 404, 406, 409, 413, 415, 503);

    private static async Task<IResult> Handle(HttpContext context, string key, Database database, Seal seal)
    {
        if (context.Caller().Catalogue.Survey(key) is not { IsBuiltIn: false } survey) return Problem.NotFound(ProblemCodes.UnknownSurvey, "There is no such survey.");
        if (survey.Access != "code") return Problem.Conflict(ProblemCodes.SurveyConflict, "The survey is open; it takes no codes.");
        if (ListFormats.Read(context, out var format, ListFormat.Json, ListFormat.Csv) is { } formatProblem) return formatProblem;
        var (request, problem) = await Body.Read(context, MakeCodesValidator.Instance);
        if (problem is not null) return problem;
        string[] codes;
        await using (var session = await database.Write(context.RequestAborted))
        {
            codes = await Make(session, survey.Id, request!.Count!.Value, seal);
            await session.Commit();
        }
        return format == ListFormat.Csv
            ? TypedResults.Text(string.Concat(codes.Prepend("code").Select(c => c + "\r\n")), "text/csv; charset=utf-8", Encoding.UTF8, 201)
            : TypedResults.Created((string?)null, new Response(codes));
    }

    /// <summary>Makes codes and stores their hashes in the session's transaction.</summary>
    internal static async Task<string[]> Make(Session session, int survey, int count, Seal seal)
    {
        var codes = new HashSet<string>(count, StringComparer.Ordinal);
        while (codes.Count < count) codes.Add(RandomNumberGenerator.GetString(Alphabet, 16));
        await session.Run(Queries.InsertCode, codes.Select(c => new { Survey = survey, Hash = seal.Code(survey, c) }));
        return [.. codes];
    }
}

/// <summary>How many codes may be asked for at once.</summary>
public sealed class MakeCodesValidator : AbstractValidator<MakeCodes.Request>
{
    public static MakeCodesValidator Instance { get; } = new();

    private MakeCodesValidator() =>
        RuleFor(r => r.Count).NotNull().InclusiveBetween(1, MakeCodes.MaximumCount).WithMessage($"It is a whole number from 1 to {MakeCodes.MaximumCount}.");
}
