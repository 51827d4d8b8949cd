using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Feedback.Api.Telemetry;

/// <summary>
/// Takes out of lines, before they leave, what may come from a request: messages of exceptions, because engines write values into them;
/// the values in lines that others than this service wrote; and the ids of traces, but of requests that are traced.
/// </summary>
internal sealed class SafeLogs : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    public override void OnEnd(LogRecord data)
    {
        var attributes = new List<KeyValuePair<string, object?>>();
        var isOwn = data.CategoryName?.StartsWith("Feedback.", StringComparison.Ordinal) == true;
        attributes.AddRange((data.Attributes ?? []).Where(a => isOwn || a.Key == Template));
        if (!isOwn) data.FormattedMessage = null;
        if (data.Exception is { } error)
        {
            attributes.Add(new("exception.type", string.Join(" < ", Causes(error).Select(e => e.GetType().FullName))));
            attributes.Add(new("exception.stacktrace", new StackTrace(error, fNeedFileInfo: false).ToString()));
            data.Exception = null;
        }
        data.Attributes = attributes;
        if (Activity.Current?.Source.Name.StartsWith("Feedback.", StringComparison.Ordinal) == true) return;
        (data.TraceId, data.SpanId, data.TraceFlags) = (default, default, ActivityTraceFlags.None);
    }

    private static IEnumerable<Exception> Causes(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }
}
