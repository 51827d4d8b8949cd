using System.Text.Encodings.Web;
using System.Text.Json;
using Feedback.Api.Audit;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Http;

/// <summary>
/// Writes into the ledger what operations that serve employees' figures did: which question was answered, with how many rows; which was
/// refused, for which parameters. What a refused request sent is not written. No answer goes out before its line was handed over; none
/// waits for the line to be stored.
/// </summary>
public sealed class AuditTrail(RequestDelegate next, Ledger ledger, OrganisationClock clock)
{
    /// <summary>They do not say what is asked for; the period has a place of its own.</summary>
    private static readonly string[] NoFilters = ["period", "format", "$format", "$skiptoken", .. Paging.Parameters];

    /// <summary>What of the path says what is asked for; it is written of answers alone.</summary>
    private const string Set = "set";

    private static readonly JsonSerializerOptions Texts = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task Invoke(HttpContext context)
    {
        // Taken now: of a request that fails the context forgets the operation.
        if (context.GetEndpoint()?.Metadata is { } operation && operation.GetMetadata<AuditedOperation>() is { } audited)
        {
            var read = new AuditedRead();
            read.IsTold = () => Write(context, operation, audited, read);
            context.Features.Set(read);
            context.Response.OnStarting(() => read.IsTold().AsTask());
        }
        return next(context);
    }

    private ValueTask Write(HttpContext context, EndpointMetadataCollection operation, AuditedOperation audited, AuditedRead read) =>
        context.Features.Get<Caller>() is { } caller && LineOf(context, operation, read) is { } line && MayConcernEmployees(context, caller, audited)
            ? ledger.Write(line with { KeyId = caller.Key.Id })
            : default;

    private LedgerLine? LineOf(HttpContext context, EndpointMetadataCollection operation, AuditedRead read)
    {
        var line = Ledger.LineOf(clock) with
        {
            Operation = operation.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
            // A path may name anything; what the ledger has is the name of an indicator.
            Indicator = IndicatorCatalogue.All.FirstOrDefault(i => i.Slug == context.GetRouteValue("slug") as string)?.Slug,
        };
        return read switch
        {
            { Refusal: { Status: StatusCodes.Status400BadRequest or StatusCodes.Status501NotImplemented } problem } => line with { Status = LedgerLine.Refused, Detail = DetailOf(operation, problem) },
            // Nothing was wrong with the request, so that it says as much as one that is answered.
            { Refusal.Code: ProblemCodes.PeriodNotReleased } => line with { Status = LedgerLine.NotReleased, Period = context.Request.Query["period"], Filter = FilterOf(context) },
            { Refusal: null, Rows: var (released, withheld) } when context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified => line with
            {
                Status = LedgerLine.Answered,
                Period = read.Period,
                Filter = FilterOf(context),
                Released = released,
                Withheld = withheld,
            },
            _ => null,
        };
    }

    /// <summary>The code, and the parameters by the names the operation knows them by: another name was made up by the caller.</summary>
    private static string DetailOf(EndpointMetadataCollection operation, Problem problem)
    {
        var known = operation.GetMetadata<KnownParameters>()?.Names ?? [];
        return JsonSerializer.Serialize(new { problem.Code, Parameters = problem.Errors?.Keys.Select(p => known.Contains(p) ? p : "?") ?? [] }, Texts);
    }

    private static string FilterOf(HttpContext context)
    {
        var filter = context.Request.Query.Where(p => !NoFilters.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value.ToArray());
        if (context.GetRouteValue(Set) is string set) filter[Set] = [set];
        return JsonSerializer.Serialize(filter, Texts);
    }

    /// <summary>Not where the key, or the request itself, names customers alone. A request that was refused may not say whom it means.</summary>
    private static bool MayConcernEmployees(HttpContext context, Caller caller, AuditedOperation audited)
    {
        if (caller.Key.Audience == Audience.Customer) return false;
        if (audited.MayConcernEmployees is { } mayConcern) return mayConcern(context);
        if (audited.ReadsBoth(context)) return true;
        var audience = context.Request.Query["audience"].ToString();
        var surveys = context.Request.Query["survey"].Select(key => caller.Catalogue.Survey(key ?? "")).ToList();
        if (audience == "employee" || surveys.Any(s => s?.Audience == Audience.Employee)) return true;
        return audience != "customer" && (surveys.Count == 0 || surveys.Any(s => s is null));
    }
}
