using System.Threading.Channels;
using Feedback.Api.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Feedback.Api.Http;

/// <summary>Turns what was thrown into a problem: the server's own refusals, a store that does not take work, and bugs.</summary>
public sealed partial class Errors(Database database, ILogger<Errors> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
    {
        if (context.RequestAborted.IsCancellationRequested) return true;
        using var trace = RequestTrace.Begin(context);
        try
        {
            await For(exception).ExecuteAsync(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever sent half a request does not wait for the answer.
        }
        return true;
    }

    private Problem For(Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            return bad.StatusCode switch
            {
                413 => new Problem(413, ProblemCodes.BodyTooLarge, "The body is over the limit."),
                415 => new Problem(415, ProblemCodes.UnsupportedMediaType, "The media type is not taken here."),
                _ => Problem.Invalid(ProblemCodes.InvalidRequest, "The request cannot be read."),
            };
        }
        // What the server says of a chunk whose size no number holds.
        if (exception is IOException { InnerException: OverflowException }) return Problem.Invalid(ProblemCodes.InvalidRequest, "The request cannot be read.");
        if (exception is InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" }) return Problem.Invalid(ProblemCodes.InvalidRequest, "The body is not what its encoding says.");
        if (exception is BusyException busy) return Problem.Unavailable(ProblemCodes.Busy, busy.Message);
        if (exception is TooMuchException much) return Problem.Invalid(ProblemCodes.InvalidParameter, much.Parameter, much.Message);
        if (exception is ChannelClosedException) return Problem.Unavailable(ProblemCodes.Busy, "The service stops; try again.");
        if (database.IsTransient(exception))
        {
            StoreFailed(logger, exception);
            return Problem.Unavailable(ProblemCodes.StoreUnavailable, "The store does not take work now.");
        }
        Failed(logger, exception);
        return new Problem(500, ProblemCodes.InternalError, "A bug or a broken store; the trace id leads to the log.");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store did not take a request")]
    private static partial void StoreFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed")]
    private static partial void Failed(ILogger logger, Exception exception);
}
