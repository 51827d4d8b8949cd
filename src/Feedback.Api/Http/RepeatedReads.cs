using Feedback.Api.Data;

namespace Feedback.Api.Http;

/// <summary>
/// Asks a read again that the store broke off, as long as nothing of its answer was sent. Reads alone: whatever changes something may have
/// changed it before it broke off, and is for its sender to judge.
/// </summary>
public sealed class RepeatedReads(RequestDelegate next, Database database)
{
    public Task Invoke(HttpContext context) =>
        database.Reading is { } retry && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) ? Repeat(context, retry) : next(context);

    private async Task Repeat(HttpContext context, Retry retry)
    {
        Exception? afterStart = null;
        await retry.Run(async _ =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e) when (context.Response.HasStarted)
            {
                afterStart = e;
            }
        }, context.RequestAborted);
        if (afterStart is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(afterStart);
    }
}
