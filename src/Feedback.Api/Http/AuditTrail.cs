using System.Text.Encodings.Web;
using System.Text.Json;
using Feedback.Api.Audit;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Http;

/// <summary>
/// Writes into the ledger what operations that serve employees' figures did: which question was answered, with how many rows; which was
/// refused, for which parameters. What a refused request sent is not written. The answer does not wait for the line to be stored.
/// </summary>
public sealed class AuditTrail(RequestDelegate next, Ledger ledger, OrganisationClock clock)
{
    /// <summary>They do not say what is asked for; the period has a place of its own.</summary>
    private static readonly string[] NoFilters = ["period", "format", .. Paging.Parameters];

    private static readonly JsonSerializerOptions Texts = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AuditedOperation>() is not { } operation)
        {
            await next(context);
            return;
        }
        var read = new AuditedRead();
        context.Features.Set(read);
        try
        {
            await next(context);
        }
        finally
        {
            // Also where nobody waited for the answer to its end: it was on its way.
            if (context.Features.Get<Caller>() is { } caller && LineOf(context, read) is { } line && MayConcernEmployees(context, caller, operation))
                await ledger.Write(line with { KeyId = caller.Key.Id });
        }
    }

    private LedgerLine? LineOf(HttpContext context, AuditedRead read)
    {
        var line = Ledger.LineOf(clock) with
        {
            Operation = context.GetEndpoint()!.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
            // A path may name anything; what the ledger has is the name of an indicator.
            Indicator = IndicatorCatalogue.All.FirstOrDefault(i => i.Slug == context.GetRouteValue("slug") as string)?.Slug,
        };
        return read switch
        {
            { Refusal: { Status: StatusCodes.Status400BadRequest } problem } => line with { Status = LedgerLine.Refused, Detail = DetailOf(context, problem) },
            // Nothing was wrong with the request, so that it says as much as one that is answered.
            { Refusal.Code: ProblemCodes.PeriodNotReleased } => line with { Status = LedgerLine.NotReleased, Period = context.Request.Query["period"], Filter = FilterOf(context) },
            { Refusal: null, Rows: var (released, withheld) } => line with
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
    private static string DetailOf(HttpContext context, Problem problem)
    {
        var known = context.GetEndpoint()!.Metadata.GetMetadata<KnownParameters>()?.Names ?? [];
        return JsonSerializer.Serialize(new { problem.Code, Parameters = problem.Errors?.Keys.Select(p => known.Contains(p) ? p : "?") ?? [] }, Texts);
    }

    private static string FilterOf(HttpContext context) => JsonSerializer.Serialize(
        context.Request.Query.Where(p => !NoFilters.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.Value.ToArray()), Texts);

    /// <summary>Not where the key, or the request itself, names customers alone. A request that was refused may not say whom it means.</summary>
    private static bool MayConcernEmployees(HttpContext context, Caller caller, AuditedOperation operation)
    {
        if (caller.Key.Audience == Audience.Customer) return false;
        if (operation.ReadsBoth(context)) return true;
        var audience = context.Request.Query["audience"].ToString();
        var surveys = context.Request.Query["survey"].Select(key => caller.Catalogue.Survey(key ?? "")).ToList();
        if (audience == "employee" || surveys.Any(s => s?.Audience == Audience.Employee)) return true;
        return audience != "customer" && (surveys.Count == 0 || surveys.Any(s => s is null));
    }
}
