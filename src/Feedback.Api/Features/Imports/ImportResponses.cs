using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Features.Imports.Formats;
using Feedback.Api.Http;
using Feedback.Api.Http.Limits;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Imports;

/// <summary>Takes responses in as another product exports or sends them. Importing twice stores nothing twice. Good rows are stored though others are bad. Employees' files whose ids can be guessed need the scope admin; keys bound to origins import no files.</summary>
public sealed class ImportResponses : IEndpoint
{
    /// <summary>What became of a file or a message. Received is the sum of stored, already stored, erased, left out and refused.</summary>
    /// <param name="Received">Rows read.</param>
    /// <param name="Stored">Rows stored now; in a dry run those that would be, or were before.</param>
    /// <param name="AlreadyStored">Rows that were stored before with the same content.</param>
    /// <param name="Erased">Rows whose response was erased; nothing of them is stored.</param>
    /// <param name="LeftOut">Rows that are no responses: not finished, or spam.</param>
    /// <param name="Rejected">The first hundred that were refused, in order of line.</param>
    /// <param name="RejectedCount">How many were refused.</param>
    /// <param name="Ignored">The first hundred columns or questions that nothing was read from.</param>
    /// <param name="IgnoredCount">How many there are.</param>
    /// <param name="Assumed">Columns whose numbers were taken for places in the order of the options, because no code or alias is a number.</param>
    /// <param name="Unmatched">The first hundred items of the survey that no column or question was found for; they count as not shown.</param>
    /// <param name="Warnings">What looks wrong and may be right, such as a file of which texts alone were found.</param>
    /// <param name="DryRun">True where nothing was stored because the request asked so.</param>
    public sealed record Response(long Received, long Stored, long AlreadyStored, long Erased, long LeftOut, IReadOnlyList<Rejection> Rejected, long RejectedCount,
        IReadOnlyList<string> Ignored, int IgnoredCount, IReadOnlyList<string> Assumed, IReadOnlyList<string> Unmatched, IReadOnlyList<string> Warnings, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? DryRun);

    /// <summary>A row that was refused.</summary>
    /// <param name="Line">The line it begins on, from 1; of a message 1.</param>
    /// <param name="Code">Why, from the closed list of problems.</param>
    /// <param name="Detail">The column and what is wrong there, never the value.</param>
    public sealed record Rejection(long Line, string Code, string Detail);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/imports/{format}", Handle)
        .WithName("ImportResponses")
        .WithTags("Ingest")
        .For(KeyScope.Ingest)
        .TakesLong()
        .Query("survey", "dryRun", "part")
        .Accepts<string>("text/csv", "text/tab-separated-values", "text/plain", "application/csv", "application/vnd.ms-excel", "application/json")
        .Produces<Response>(200)
        .ResponseExample(200, """{"received":3,"stored":1,"alreadyStored":0,"erased":0,"leftOut":1,"rejected":[{"line":5,"code":"invalid_answer","detail":"Q1: It is not a whole number from 0 to 10, and no code of the map."}],"rejectedCount":1,"ignored":["IPAddress"],"ignoredCount":1,"assumed":[],"unmatched":["why"],"warnings":[]}""")
        .Problems(400, 401, 403, 404, 409, 413, 415, 503);

    private static Problem NotFromPages { get; } = new(403, ProblemCodes.ForbiddenOrigin,
        "The ids can be guessed, so that importing tells what employees answered, and the key lists origins, so it stands in pages that everybody can read: it takes a key that does not.");

    private static async Task<IResult> Handle(HttpContext context, string format, Database database, CatalogueCache catalogue, OrganisationClock clock, Seal seal, IServiceProvider services)
    {
        // A file is long: it begins with the catalogue in force.
        if (context.Caller().Under(await catalogue.Refresh(context.RequestAborted), clock.Now) is not { } caller) return new Problem(401, ProblemCodes.Unauthorized, "The request carries no key that lives.");
        if (ImportRequest.Read(context, caller, format, out var asked) is { } problem) return problem;
        StoredImport? stored;
        await using (var session = await database.Read(context.RequestAborted)) stored = await StoredImport.Read(session, asked.Survey.Id, asked.Format.Name);
        var body = context.Request.BodyReader;
        if (asked.Format.Signature is { } signature)
        {
            var (bytes, unread) = await Body.ReadBytes(context, MessageFormat.LargestMessage);
            if ((unread ?? CheckSignature(context, signature, bytes.Span, stored?.Secret, seal, clock.Now)) is { } refused) return refused;
            body = PipeReader.Create(new ReadOnlySequence<byte>(bytes));
        }
        var tally = new ImportTally();
        try
        {
            var own = stored?.Map is { } map ? ImportMap.Parse(map) : null;
            await using var source = await asked.Format.Open(body, own?.File.Delimiter?[0] ?? asked.Delimiter, context.RequestAborted);
            if (source is null) return Problem.Invalid(ProblemCodes.MalformedFile, "The body is empty.");
            return await Run(context, caller, asked, own, source, ActivatorUtilities.CreateInstance<Import>(services), tally, clock, ActivatorUtilities.CreateInstance<RefusedMessages>(services));
        }
        catch (BrokenFileException e)
        {
            return Problem.Invalid(ProblemCodes.MalformedFile, e.Message);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == 413)
        {
            return new Problem(413, ProblemCodes.BodyTooLarge, $"The operation takes at most 64 MiB; the command line takes more.{Before(asked, tally)}");
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Problem.Invalid(ProblemCodes.InvalidRequest, $"The body cannot be read to its end.{Before(asked, tally)}");
        }
        catch (ImportStoppedException e)
        {
            return Problem.Unavailable(ProblemCodes.Busy, $"Stopped: {e.Message} What was stored stays; importing again stores nothing twice.");
        }
    }

    /// <summary>What is stored of a body that broke off.</summary>
    private static string Before(ImportRequest asked, ImportTally tally) => asked.IsDryRun || tally.Read == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $" Of the first {tally.Read} rows {tally.Stored} were stored, and {tally.AlreadyStored} before; importing it again stores nothing twice.");

    private static async Task<IResult> Run(HttpContext context, Caller caller, ImportRequest asked, ImportMap? own, ImportSource source, Import import, ImportTally tally, OrganisationClock clock, RefusedMessages refused)
    {
        var bound = BoundImport.Of(asked.Format, own, asked.Part, asked.Survey, source, caller.Catalogue);
        if (asked.Survey.Audience == Audience.Employee && caller.Key.Origins.Count > 0 && asked.Format.HasGuessableIds(bound.Map)) return NotFromPages;
        if (Refusal(bound.Problems) is { } refusal)
        {
            if (asked.Format.Signature is not null) refused.Tell(asked, ProblemCodes.InvalidImport);
            return refusal;
        }
        import.Sender = caller.Sender;
        import.MayGoOn = fresh => caller.Under(fresh, clock.Now) is not null;
        await import.Run(source.Rows, source.Header, bound.Map, caller.Catalogue, asked.IsDryRun, tally, null, context.RequestAborted);
        if (asked is { Format.Signature: not null, IsDryRun: false } && tally.Rejects is [{ Code: var code }, ..]) refused.Tell(asked, code);
        return TypedResults.Ok(new Response(tally.Read, tally.Stored, tally.AlreadyStored, tally.Erased, tally.LeftOut,
            [.. tally.Rejects.Select(r => new Rejection(r.Line, r.Code, r.Column.Length == 0 ? r.Reason : $"{Matching.ImportNames.Shown(r.Column)}: {r.Reason}"))], tally.Rejected,
            [.. bound.Ignored.Take(BoundImport.ListedColumns)], bound.Ignored.Count, bound.Assumed, [.. bound.Unmatched.Take(BoundImport.ListedColumns)], bound.Warnings, asked.IsDryRun ? true : null));
    }

    private static Problem? CheckSignature(HttpContext context, IMessageSignature signature, ReadOnlySpan<byte> body, string? sealedSecret, Seal seal, DateTimeOffset now)
    {
        var headers = context.Request.Headers;
        if (sealedSecret is null)
            return signature.IsSigned(headers) ? new Problem(401, ProblemCodes.UnverifiableSignature, "The message is signed, and the survey has no secret to check it with: PUT it at /v1/surveys/{key}/imports/{format}.") : null;
        return signature.IsRight(headers, body, seal.Reveal(StoredImport.SecretUse, sealedSecret), now)
            ? null : new Problem(401, ProblemCodes.InvalidSignature, "The message is not signed with the survey's secret, or not lately.");
    }

    private static Problem? Refusal(IReadOnlyList<string> problems)
    {
        if (problems.Count == 0) return null;
        var errors = problems.Select(p => p.Split(": ", 2)).GroupBy(p => p[0]).Take(Findings.MaximumFields).ToDictionary(g => g.Key, g => g.Select(p => p[^1]).ToArray());
        return new Problem(400, ProblemCodes.InvalidImport, problems.Count == 1 ? problems[0] : "The file does not fit the survey; see errors.", errors);
    }
}
