using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Feedback.Api.Data;

/// <summary>Rows as the one JSON parameter that <c>openjson</c> reads.</summary>
internal static class SqlServerRows
{
    // No HTML is near: packed answers are full of quotes, and \" is a third of \u0022.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions PropertyOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(IEnumerable<TallyRow> rows) => Of(rows, static (json, row) =>
    {
        json.WriteNumber("Variable", row.Key.Variable);
        json.WriteNumber("Cohort", row.Key.Cohort);
        json.WriteNumber("Day", row.Key.Day);
        json.WriteNumber("Period", row.Key.Period);
        json.WriteNumber("Value", row.Key.Value);
        json.WriteNumber("Complete", row.Key.Complete);
        json.WriteNumber("N", row.N);
        json.WriteNumber("Weight", row.Weight);
        json.WriteNumber("SquaredWeight", row.SquaredWeight);
    });

    public static string Of(IEnumerable<(NewResponse Response, int Cohort)> rows) => Of(rows, static (json, row) =>
    {
        var (response, cohort) = row;
        json.WriteString("Id", response.StoredId);
        json.WriteNumber("ContentHash", response.ContentHash);
        json.WriteNumber("Survey", response.Survey);
        json.WriteNumber("Version", response.Version);
        json.WriteNumber("Day", response.Day);
        json.WriteNumber("Period", response.Period);
        json.WriteNumber("Cohort", cohort);
        if (response.AnsweredAt is { } answeredAt) json.WriteNumber("AnsweredAt", answeredAt);
        if (response.Delay is { } delay) json.WriteNumber("Delay", delay);
        if (response.Language is { } language) json.WriteString("Language", language);
        if (response.Respondent is { } respondent) json.WriteString("Respondent", respondent);
        json.WriteNumber("Weight", response.Weight);
        json.WriteString("Answers", response.Answers);
    });

    public static string Of(IEnumerable<(Guid Id, NewComment Comment)> rows) => Of(rows, static (json, row) =>
    {
        json.WriteString("Id", row.Id);
        json.WriteNumber("Variable", row.Comment.Variable);
        json.WriteString("Text", row.Comment.Text);
        if (row.Comment.Language is { } language) json.WriteString("Language", language);
        if (row.Comment.Sentiment is { } sentiment) json.WriteNumber("Sentiment", sentiment);
        if (row.Comment.Topics is { } topics) json.WriteString("Topics", topics);
        json.WriteNumber("Analysis", row.Comment.Analysis);
        json.WriteNumber("Place", row.Comment.Place);
        if (row.Comment.Original is { } original) json.WriteString("Original", original);
    });

    public static string Of(IEnumerable<Guid> ids) => Of(ids, static (json, id) => json.WriteString("Id", id));

    /// <summary>Rows by their properties: no hot loop, so that what is read and what is written need no text of their own.</summary>
    public static string OfProperties<T>(IEnumerable<T> rows) => JsonSerializer.Serialize(rows, PropertyOptions);

    private static string Of<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                write(json, row);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
