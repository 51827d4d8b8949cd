using Feedback.Api.Data;
using Feedback.Api.Http;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Running;

/// <summary>Tells whether the process runs, and whether it can take requests.</summary>
public sealed partial class ReadHealth : IEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How the service is.</summary>
    /// <param name="Status"><c>live</c> or <c>ready</c>.</param>
    public sealed record Response(string Status);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new Response("live")))
            .WithName("ReadLiveness")
            .WithSummary("Tells that the process runs.")
            .WithTags("Service")
            .ForEverybody()
            .Produces<Response>(200)
            .Problems(400);
        routes.MapGet("/health/ready", Handle)
            .WithName("ReadReadiness")
            .WithSummary("Tells whether the store can be read and written; 503 with the reason while not.")
            .WithTags("Service")
            .ForEverybody()
            .Produces<Response>(200)
            .Problems(400, 503);
    }

    private static async Task<IResult> Handle(Database database, Writer writer, ILogger<ReadHealth> logger)
    {
        if (!writer.IsAlive) return Problem.Unavailable(ProblemCodes.StoreUnavailable, "The writer has stopped: responses cannot be stored.");
        try
        {
            await Probe(database).WaitAsync(Patience);
            return TypedResults.Ok(new Response("ready"));
        }
        catch (TimeoutException)
        {
            return Problem.Unavailable(ProblemCodes.StoreUnavailable, "The store did not answer in time.");
        }
        catch (Exception e)
        {
            // Whatever it is, the service is not ready; what the engine says may name hosts and is for the log alone.
            NotReady(logger, e);
            return Problem.Unavailable(ProblemCodes.StoreUnavailable, "The store cannot be read.");
        }
    }

    private static async Task Probe(Database database)
    {
        await using var session = await database.Read();
        await session.Row<long>(Queries.ReadStamp);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store cannot be read")]
    private static partial void NotReady(ILogger logger, Exception exception);
}
