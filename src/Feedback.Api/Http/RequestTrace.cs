using System.Diagnostics;

namespace Feedback.Api.Http;

/// <summary>
/// The id under which a request that was refused, or that failed, is found: the caller's own (<c>traceparent</c>) or a new one. Made
/// when it is asked for: of all that goes well nobody asks.
/// </summary>
internal static class RequestTrace
{
    /// <summary>The trace's id, 32 hexadecimal digits; the same for one request however often it is asked.</summary>
    public static string IdOf(HttpContext context)
    {
        if (Activity.Current is { } current) return current.TraceId.ToHexString();
        if (context.Items.TryGetValue(typeof(RequestTrace), out var known)) return (string)known!;
        var id = (Caller(context) is { } caller ? caller.TraceId : ActivityTraceId.CreateRandom()).ToHexString();
        context.Items[typeof(RequestTrace)] = id;
        return id;
    }

    /// <summary>Begins what lines of the log take the id from, unless something has; end it by disposing.</summary>
    public static Activity? Begin(HttpContext context)
    {
        if (Activity.Current is not null) return null;
        var activity = new Activity("request");
        activity.SetParentId(ActivityTraceId.CreateFromString(IdOf(context)), Caller(context)?.SpanId ?? ActivitySpanId.CreateRandom());
        return activity.Start();
    }

    private static ActivityContext? Caller(HttpContext context) =>
        ActivityContext.TryParse(context.Request.Headers.TraceParent, null, isRemote: true, out var caller) ? caller : null;
}
