using System.Text.Json;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>What rows of figures have in common: every column in every row, whatever its status, and the ledger told how many there are.</summary>
/// <param name="request">What was asked.</param>
/// <param name="indicator">The one that is answered, or that every row is an answer of.</param>
internal abstract class TableShape<TRow>(IndicatorRequest request, Indicator indicator)
{
    protected IndicatorRequest Request => request;

    /// <summary>The rows that were asked for, in the form that was asked for.</summary>
    public IResult Answer(HttpContext context, ListRequest asked, IReadOnlyList<TRow> rows, DateTimeOffset asOf)
    {
        var page = asked.Paging.Cut(rows, PositionOf);
        context.Answered(PeriodOf(context), page.Value.Count(r => StatusOf(r) == Status.Released), Withheld(page.Value));
        return new ListAnswer<TRow>(asked.Format, Shape(), page.Value.ToAsyncEnumerable(), page.NextCursor) { Head = WriteHead, AsOf = request.Audience == Audience.Employee ? request.ReleasedAt() : asOf };
    }

    /// <summary>Where a row stands in the order of the answer.</summary>
    protected abstract string PositionOf(TRow row);

    protected abstract Status StatusOf(TRow row);

    /// <summary>How many cells of an answer are withheld, for whoever watches whether somebody looks for small ones.</summary>
    protected virtual int Withheld(IReadOnlyList<TRow> rows) => rows.Count(r => StatusOf(r) == Status.Withheld);

    protected abstract ListShape<TRow> Shape();

    /// <summary>What the answer says before its rows: whose figures, and where they can lie.</summary>
    protected virtual void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("audience", request.Audience.ToString().ToLowerInvariant());
        json.WriteStartObject("scale");
        json.WriteNumber("low", indicator.ScaleLow);
        json.WriteNumber("high", indicator.ScaleHigh);
        json.WriteEndObject();
    }

    protected static string NameOf(Status status) => status.ToString().ToLowerInvariant();

    protected static string? NameOf(Bound? bound) => bound switch { Bound.AtLeast => "atLeast", Bound.AtMost => "atMost", _ => null };

    /// <summary>The period that was asked for, or the last one where none was named; null for a series of all of them.</summary>
    private string? PeriodOf(HttpContext context) => context.Request.Query["period"].ToString() is { Length: > 0 } named ? named
        : request.Range is (null, null) || request.LastReleased() is not { } last ? null : PeriodGrid.TextOf(request.Surveys.First(s => s.Id == last.Survey), last.Number);
}
