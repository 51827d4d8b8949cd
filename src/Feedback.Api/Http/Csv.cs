using CsvHelper;

namespace Feedback.Api.Http;

/// <summary>Tables as RFC 4180 has them. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers are left alone.</summary>
public static class Csv
{
    public const string MediaType = "text/csv; charset=utf-8";

    internal static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    /// <summary>Whether the request asks for CSV, by <c>format=csv</c> or by its Accept header.</summary>
    public static bool IsAskedFor(HttpContext context)
    {
        if (context.Request.Query.TryGetValue("format", out var format)) return format == "csv";
        return context.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).FirstOrDefault()?.MediaType == "text/csv";
    }

    /// <summary>What is wrong with <c>format</c>, if it is sent and is neither json nor csv.</summary>
    public static Problem? CheckFormat(HttpContext context) =>
        context.Request.Query.TryGetValue("format", out var format) && format.ToString() is not ("json" or "csv")
            ? Problem.Invalid(ProblemCodes.InvalidParameter, "format", "It is json or csv.")
            : null;

    /// <summary>The whole table as one text: the columns, then a line a row.</summary>
    public static string Text(IReadOnlyList<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, Options, leaveOpen: true))
        {
            csv.WriteHeader([.. columns]);
            foreach (var row in rows)
            {
                foreach (var cell in row) csv.WriteField(cell);
                csv.EndRecord();
            }
        }
        return text.ToString();
    }
}
