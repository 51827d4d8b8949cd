using Feedback.Api.Catalogue;

namespace Feedback.Api.Http.Limits;

/// <summary>
/// Turns requests away that come too fast (429), and lets those that take long, or that read, in by turns (503 where too many
/// wait). After the gate, which says who calls; single responses pass with no more than a look.
/// </summary>
public sealed class RequestLimits(RequestDelegate next, RequestRates rates, LimitSettings settings)
{
    /// <summary>Who waits with a body has some of it in memory already.</summary>
    private const int LongRoom = 256, ReadRoom = 1_024;

    /// <summary>What keys that stand in pages bring has places of its own: its senders shall not hold those of operators.</summary>
    private readonly Turnstile _long = new(settings.LongRequests, LongRoom, TimeSpan.FromSeconds(30)), _brought = new(settings.LongRequests, LongRoom, TimeSpan.FromSeconds(30)), _reads = new(settings.Reads, ReadRoom, TimeSpan.FromSeconds(10));

    public Task Invoke(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } operation) return next(context);
        if (context.Features.Get<Caller>() is not { } caller)
            return operation.GetMetadata<RatedByPlace>() is null || rates.OfPage(context, context.Request.RouteValues["key"] as string ?? "") is not { } stranger ? next(context) : stranger.ExecuteAsync(context);
        if (rates.OfKey(context, caller.Key) is { } problem) return problem.ExecuteAsync(context);
        if (operation.GetMetadata<LongOperation>() is null) return IsRead(context, operation) ? InTurn(context, _reads, caller, "More is read than the service answers at a time") : next(context);
        context.ExpectSteadySender();
        return InTurn(context, caller.Key.Scope == KeyScope.Ingest ? _brought : _long, caller, "More batches, imports and exports run than the service does at a time");
    }

    private async Task InTurn(HttpContext context, Turnstile turnstile, Caller caller, string reason)
    {
        if (!await turnstile.Enter(caller.Sender, context.RequestAborted))
        {
            await Problem.Unavailable(ProblemCodes.Busy, $"{reason}, or than one key may have of it; try again.").ExecuteAsync(context);
            return;
        }
        try
        {
            await next(context);
        }
        finally
        {
            turnstile.Leave(caller.Sender);
        }
    }

    /// <summary>What senders ask for, such as forms, comes out of the catalogue and is there at once.</summary>
    private static bool IsRead(HttpContext context, EndpointMetadataCollection operation) =>
        HttpMethods.IsGet(context.Request.Method) && operation.GetMetadata<RequiredScope>() is { } required && !required.Scopes.Contains(KeyScope.Ingest);
}

/// <summary>Marks a page that anybody may open: requests are counted by where they come from.</summary>
public sealed record RatedByPlace;

/// <summary>Marks an operation that holds memory or the store for as long as its caller sends or reads.</summary>
public sealed record LongOperation;

public static class RequestLimitsExtensions
{
    /// <summary>Requests are counted by where they come from; too many are told so on a page.</summary>
    public static TBuilder ByPlace<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new RatedByPlace()).Pages(StatusCodes.Status429TooManyRequests);

    /// <summary>It goes on for as long as its caller sends or reads: so many at a time.</summary>
    public static TBuilder TakesLong<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new LongOperation());
}
