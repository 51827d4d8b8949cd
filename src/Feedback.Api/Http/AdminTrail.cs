using System.Text.Encodings.Web;
using System.Text.Json;
using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Http;

/// <summary>
/// Writes into the ledger what was done, or tried, with an admin's key. The line of an act that changes the store is in the transaction that
/// changes it, so that there is neither without the other; that of any other is handed over before its answer goes out. A line has
/// names and ids that the service knows, and never what a body held, a respondent's reference or the id of a response.
/// </summary>
public sealed class AdminTrail(RequestDelegate next, Ledger ledger, OrganisationClock clock)
{
    private static readonly JsonSerializerOptions Texts = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Parts of addresses that name what an act is about.</summary>
    private static readonly string[] Names = ["key", "id", "name", "format", "period"];

    public Task Invoke(HttpContext context) => context.GetEndpoint()?.Metadata is { } operation && IsAct(context.Request.Method, operation) ? Follow(context, operation) : next(context);

    private static bool IsAct(string method, EndpointMetadataCollection operation) =>
        operation.GetMetadata<AuditedAct>() is not null
        || !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && operation.GetMetadata<RequiredScope>() is { Scopes: [KeyScope.Admin] };

    private async Task Follow(HttpContext context, EndpointMetadataCollection operation)
    {
        var act = new AdminAct();
        context.Features.Set(act);
        using var companion = Companion.Of(session => IsOfAdmin(act, operation) ? session.RunRows(Queries.InsertLine, [LineOf(context, operation, act, LedgerLine.Done)]) : Task.CompletedTask);
        // An answer that is long goes out before its operation ends, and that of one which failed after.
        context.Response.OnStarting(() => Tell(context, operation, act, companion).AsTask());
        await next(context);
        await Tell(context, operation, act, companion);
    }

    private ValueTask Tell(HttpContext context, EndpointMetadataCollection operation, AdminAct act, Companion companion)
    {
        if (act.IsTold || !IsOfAdmin(act, operation)) return default;
        act.IsTold = true;
        if (companion.IsStored)
        {
            Ledger.Written.Add(1, new KeyValuePair<string, object?>("status", LedgerLine.Done));
            return default;
        }
        return ledger.Write(LineOf(context, operation, act, context.Response.StatusCode switch { < 400 => LedgerLine.Done, < 500 => LedgerLine.Refused, _ => LedgerLine.Failed }));
    }

    /// <summary>
    /// What others may do too is an admin's act with an admin's key alone; what they may not is told of whoever tries. But for keys that bring answers: they
    /// stand in pages for everybody to see, and whoever reads one there could fill the ledger with it.
    /// </summary>
    private static bool IsOfAdmin(AdminAct act, EndpointMetadataCollection operation) =>
        act.Key is { } key && (key.Scope == KeyScope.Admin || (key.Scope != KeyScope.Ingest || key.Id.StartsWith(LedgerLine.SignedOnPrefix, StringComparison.Ordinal)) && operation.GetMetadata<RequiredScope>() is { Scopes: [KeyScope.Admin] });

    private LedgerLine LineOf(HttpContext context, EndpointMetadataCollection operation, AdminAct act, string status)
    {
        var isDone = status == LedgerLine.Done;
        var target = operation.GetMetadata<AuditedAct>()?.IsNamed == false ? [] : TargetOf(context, act, isDone);
        return Ledger.LineOf(clock) with
        {
            KeyId = act.Key!.Id,
            Operation = operation.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
            Period = target.GetValueOrDefault("period"),
            Filter = isDone ? FilterOf(context, operation) : null,
            Status = status,
            Detail = act.Refusal is { } problem
                ? JsonSerializer.Serialize(new { target, status = problem.Status, problem.Code }, Texts)
                : JsonSerializer.Serialize(new { target }, Texts),
        };
    }

    /// <summary>The parameters the operation knows; a key may stand beside them.</summary>
    private static string? FilterOf(HttpContext context, EndpointMetadataCollection operation)
    {
        var known = operation.GetMetadata<KnownParameters>()?.Names ?? [];
        var sent = context.Request.Query.Where(p => known.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value.ToArray());
        return sent.Count == 0 ? null : JsonSerializer.Serialize(sent, Texts);
    }

    /// <summary>What the address names; of an act that was refused only what the service knows by that name, because anybody can write anything there.</summary>
    private static Dictionary<string, string> TargetOf(HttpContext context, AdminAct act, bool isDone)
    {
        var target = new Dictionary<string, string>();
        foreach (var name in Names)
        {
            if (context.Request.RouteValues.TryGetValue(name, out var sent) && sent is string value && (isDone || IsKnown(context, value))) target[name] = value;
        }
        if (act.Made is { } made && isDone) target["id"] = made;
        return target;
    }

    private static bool IsKnown(HttpContext context, string value) => context.Features.Get<Caller>()?.Catalogue is { } catalogue
        && (catalogue.Survey(value) is not null || catalogue.Webhook(value) is not null || catalogue.Initiative(value) is not null || catalogue.Outcome(value) is not null || catalogue.Keys.Any(k => k.Id == value));
}
