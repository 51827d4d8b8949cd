using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Every item's answers as JSON or CSV: the figures of a rating, of both kinds the distribution.</summary>
internal sealed class ItemsResult(Indicator item, IndicatorRequest request, List<ItemRow> rows, Paging paging, DateTimeOffset asOf)
    : TableResult<ItemRow>(request, rows, paging, asOf)
{
    protected override string PositionOf(ItemRow row) => row.Position;

    protected override Status StatusOf(ItemRow row) => row.Row.Figure.Value.Status;

    protected override void WriteHead(Utf8JsonWriter json) => WriteAudienceAndScale(json, item);

    protected override void Write(Utf8JsonWriter json, ItemRow row)
    {
        var rating = RatingOf(row);
        json.WriteStartObject();
        json.WriteString("key", row.Row.Key);
        json.WriteString("survey", row.Survey);
        json.WriteString("item", row.Item.Name);
        json.WriteString("kind", KindOf(row.Item));
        json.WriteString("measure", row.Item.Measure);
        json.WriteString("from", DayText(row.Row.From));
        json.WriteString("to", DayText(row.Row.To));
        for (var i = 0; i < Request.By.Count; i++) json.WriteString(Request.By[i], row.Row.By[i]);
        Write(json, "mean", rating?.Estimate);
        Write(json, "low", rating?.Low);
        Write(json, "high", rating?.High);
        Write(json, "sd", rating?.Components.GetValueOrDefault("sd"));
        Write(json, "topBox", rating?.Components.GetValueOrDefault("topTwo"));
        json.WritePropertyName("distribution");
        WriteDistribution(json, row);
        Write(json, "n", row.Row.Figure.Value.N);
        json.WriteString("status", NameOf(StatusOf(row)));
        Write(json, "bound", NameOf(rating?.Bound));
        json.WriteEndObject();
    }

    protected override string ToCsv(Page<ItemRow> page) => Csv.Text(
        ["key", "survey", "item", "kind", "measure", "from", "to", .. Request.By, "mean", "low", "high", "sd", "topBox", "distribution", "n", "status", "bound"],
        page.Value.Select(row => (IEnumerable<object?>)
        [
            row.Row.Key, row.Survey, row.Item.Name, KindOf(row.Item), row.Item.Measure, DayText(row.Row.From), DayText(row.Row.To), .. row.Row.By,
            RatingOf(row)?.Estimate, RatingOf(row)?.Low, RatingOf(row)?.High, RatingOf(row)?.Components.GetValueOrDefault("sd"), RatingOf(row)?.Components.GetValueOrDefault("topTwo"),
            Cell(row), row.Row.Figure.Value.N, NameOf(StatusOf(row)), NameOf(RatingOf(row)?.Bound),
        ]));

    /// <summary>A rating's figure; a choice has none but its distribution.</summary>
    private static Figure? RatingOf(ItemRow row) => row.Item.Items == Variable.Rating ? row.Row.Figure.Value : null;

    private static string KindOf(Variable item) => item.Items == Variable.Rating ? "rating" : "choice";

    /// <summary>The distribution as JSON stands in one cell.</summary>
    private static string? Cell(ItemRow row)
    {
        if (row.Distribution is null) return null;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) WriteDistribution(json, row);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteDistribution(Utf8JsonWriter json, ItemRow row)
    {
        if (row.Distribution is not { } distribution)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (var answer in distribution.Value)
        {
            json.WriteStartObject();
            Write(json, "value", (long?)answer.Value);
            Write(json, "option", answer.Option);
            Write(json, "n", answer.N);
            Write(json, "share", answer.Share);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}

/// <summary>Every item's answers on the wire. Columns of the breakdown stand beside.</summary>
/// <param name="Audience">Whose answers.</param>
/// <param name="Scale">Where means can lie.</param>
/// <param name="AsOf">When it was worked out; of employees when it was released.</param>
/// <param name="Value">The rows.</param>
/// <param name="NextCursor">For the next page; null on the last.</param>
public sealed record ItemsAnswer(Audience Audience, IndicatorScale Scale, DateTimeOffset AsOf, IReadOnlyList<ItemAnswerRow> Value, string? NextCursor);

/// <param name="Key">Stable for the same row, and that of the row of <c>item</c>.</param>
/// <param name="Survey">The survey's key.</param>
/// <param name="Item">The item's code.</param>
/// <param name="Kind"><c>rating</c> or <c>choice</c>.</param>
/// <param name="Measure">What it measures; null for nothing that is registered.</param>
/// <param name="From">First day; null when open.</param>
/// <param name="To">First day after; null when open.</param>
/// <param name="Mean">Of a rating, on 0 to 100 after reverse-keying; null for a choice.</param>
/// <param name="Low">Lower 95% limit of the mean.</param>
/// <param name="High">Upper 95% limit of the mean.</param>
/// <param name="Sd">Standard deviation, on 0 to 100; of fewer than 3k employees null.</param>
/// <param name="TopBox">Percent of the answers that are one of the two highest after reverse-keying; of fewer than 3k employees null.</param>
/// <param name="Distribution">Of customers, how often each answer was given; null for employees, and where fewer than k answered.</param>
/// <param name="N">People who answered the item.</param>
/// <param name="Status"><c>released</c> or <c>withheld</c>.</param>
/// <param name="Bound">Of a small group of employees whose answers lie near an end of the scale: the mean is this or more (<c>atLeast</c>), or less (<c>atMost</c>). Null: it is this.</param>
public sealed record ItemAnswerRow(string Key, string Survey, string Item, string Kind, string? Measure, DateOnly? From, DateOnly? To,
    double? Mean, double? Low, double? High, double? Sd, double? TopBox, IReadOnlyList<AnswerShare>? Distribution, long? N, Status Status, Bound? Bound)
{
    /// <summary>The dimensions of the breakdown.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Columns { get; init; }
}
