using System.Globalization;
using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Replica;

/// <summary>
/// Gives operations that read figures, comments and exports a snapshot of the read replica, where one is set. Keys were checked before, against the store
/// itself: a key that was revoked reads nowhere.
/// </summary>
public sealed class ReplicaReads(RequestDelegate next, ReadReplica replica)
{
    /// <summary>Up to when everything is in the answer; only where it comes from a replica.</summary>
    public const string AsOfHeader = "X-As-Of";

    public Task Invoke(HttpContext context) =>
        replica.IsSet && context.GetEndpoint()?.Metadata.GetMetadata<ReadsReplica>() is not null ? Read(context) : next(context);

    private async Task Read(HttpContext context)
    {
        if (await replica.Open(context.RequestAborted) is not { } snapshot)
        {
            await next(context);
            return;
        }
        await using var session = snapshot.Session;
        var caller = context.Caller();
        context.Features.Set(caller with { Catalogue = snapshot.Catalogue });
        context.Features.Set(snapshot);
        context.Response.Headers[AsOfHeader] = snapshot.AsOf.UtcDateTime.ToString(InstantConverter.Form, CultureInfo.InvariantCulture);
        try
        {
            await next(context);
        }
        catch (Exception e)
        {
            if (session.Database.IsTransient(e)) replica.Leave(e);
            if (!context.Response.HasStarted) Forget(context, caller);
            throw;
        }
    }

    /// <summary>Leaves nothing of a snapshot that broke to whoever asks again: that is answered from another.</summary>
    private static void Forget(HttpContext context, Caller caller)
    {
        context.Features.Set<ReplicaSnapshot>(null);
        context.Features.Set(caller);
        context.Response.Headers.Remove(AsOfHeader);
    }
}

/// <summary>Marks an operation that is answered from the replica where there is one.</summary>
public sealed record ReadsReplica;

public static class ReplicaReadsExtensions
{
    /// <summary>It is answered from the read replica where one is set, so that it may be some seconds old then.</summary>
    public static TBuilder FromReplica<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ReadsReplica());

    /// <summary>The snapshot that the request is answered from; of the store itself unless it has one of the replica.</summary>
    public static async Task<Session> OpenSnapshot(this HttpContext context, Database database) =>
        context.Features.Get<ReplicaSnapshot>() is { } snapshot ? snapshot.Session : await database.Read(context.RequestAborted);

    /// <summary>Up to when everything is in the snapshot; asked before it is opened.</summary>
    public static DateTimeOffset AsOf(this HttpContext context, OrganisationClock clock) => context.Features.Get<ReplicaSnapshot>()?.AsOf ?? clock.Now;
}
