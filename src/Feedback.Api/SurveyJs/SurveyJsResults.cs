using System.Buffers;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Http;

namespace Feedback.Api.SurveyJs;

/// <summary>
/// Makes responses of what the SurveyJS library gives (<c>survey.data</c> under <c>answers</c>, all else as in a response). Answers of a matrix are an
/// object a row, names and values may be those of the form. What it cannot tell is left as it is: whoever reads the response refuses it.
/// </summary>
internal sealed class SurveyJsResults
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    private readonly SortedSet<string> _ignored = new(StringComparer.Ordinal);

    /// <summary>Names of the definition's <c>ignores</c> under which answers came and were left out.</summary>
    public IReadOnlyCollection<string> Ignored => _ignored;

    /// <summary>A response of this service; a problem where an answer belongs to nothing that the survey knows.</summary>
    public Problem? Translate(ReadOnlySpan<byte> json, Survey survey, out byte[] native)
    {
        native = json.ToArray();
        try
        {
            using var document = JsonDocument.Parse(native, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object || VersionOf(document.RootElement, survey) is not { } version) return null;
            var buffer = new ArrayBufferWriter<byte>(native.Length + 256);
            using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
            if (Write(document.RootElement, AnswerNames.Of(version), writer) is { } problem) return problem;
            writer.Flush();
            native = buffer.WrittenSpan.ToArray();
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The reader of responses tells what is wrong with it.
            return null;
        }
    }

    /// <summary>The version that the answers belong to; null for one that there is not.</summary>
    private static SurveyVersion? VersionOf(JsonElement response, Survey survey) =>
        !response.TryGetProperty("version", out var version) || version.ValueKind == JsonValueKind.Null ? survey.Current
        : version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? survey.Version(number) : null;

    private Problem? Write(JsonElement response, AnswerNames names, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var property in response.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            if (property.Name != "answers" || property.Value.ValueKind != JsonValueKind.Object) property.Value.WriteTo(writer);
            else if (WriteAnswers(property.Value, names, writer) is { } problem) return problem;
        }
        writer.WriteEndObject();
        return null;
    }

    private Problem? WriteAnswers(JsonElement answers, AnswerNames names, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in answers.EnumerateObject().Select(a => (a.Name, a.Value)))
        {
            if (names.Find(name) is { } item) WriteAnswer(item, value, writer);
            else if (names.Ignores(name)) _ignored.Add(name);
            else if (!WriteRows(name, value, names, writer, out var unknown)) return Problem.Invalid(ProblemCodes.UnknownItem, "answers." + unknown, "The survey does not ask this item.");
        }
        writer.WriteEndObject();
        return null;
    }

    /// <summary>Answers to a question that is several items: an object by row, or null for all of them. False where the survey knows no such question or row.</summary>
    private bool WriteRows(string question, JsonElement value, AnswerNames names, Utf8JsonWriter writer, out string unknown)
    {
        unknown = Shown(question);
        if (value.ValueKind == JsonValueKind.Null)
        {
            var rows = names.Rows(question).ToList();
            foreach (var row in rows) writer.WriteNull(row.Code);
            return rows.Count > 0;
        }
        if (value.ValueKind != JsonValueKind.Object) return false;
        foreach (var (name, answer) in value.EnumerateObject().Select(a => ($"{question}.{a.Name}", a.Value)))
        {
            unknown = Shown(name);
            if (names.Find(name) is { } item) WriteAnswer(item, answer, writer);
            else if (names.Ignores(name)) _ignored.Add(name);
            else return false;
        }
        return true;
    }

    private static string Shown(string name) => Names.IsName(name) ? name : "?";

    private static void WriteAnswer(NamedItem item, JsonElement value, Utf8JsonWriter writer)
    {
        writer.WritePropertyName(item.Code);
        if (item.Kind != ItemKind.Choice || value.ValueKind != JsonValueKind.Array)
        {
            WriteValue(item, value, writer);
            return;
        }
        writer.WriteStartArray();
        foreach (var chosen in value.EnumerateArray()) WriteValue(item, chosen, writer);
        writer.WriteEndArray();
    }

    private static void WriteValue(NamedItem item, JsonElement value, Utf8JsonWriter writer)
    {
        if (value.ValueKind == JsonValueKind.Null || Value.TextOf(value) is not { } text) value.WriteTo(writer);
        else if (item.Kind == ItemKind.Text) writer.WriteStringValue(text);
        else if (item.Kind == ItemKind.Choice) writer.WriteStringValue(item.Option(text));
        else if (item.Skips(text)) writer.WriteNullValue();
        else if (item.Point(text) is { } point) writer.WriteNumberValue(point);
        else value.WriteTo(writer);
    }
}
