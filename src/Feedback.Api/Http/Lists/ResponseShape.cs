using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators.Text;

namespace Feedback.Api.Http.Lists;

/// <summary>
/// A response as it is exported. JSON has the form in which it was sent: what was skipped is null, what was not shown is missing. A table has a column for
/// every dimension and every item that any version asks; options of a multiple choice stand in one cell with semicolons between them, and the codes
/// of what was skipped in the last column, because an empty cell cannot say whether something was shown. Ratings are as given, not reverse-keyed.
/// </summary>
internal sealed class ResponseShape : ListShape<RawResponse>
{
    private readonly bool _hasOriginals;
    private readonly string[] _dimensions;
    private readonly AnswerCells _cells;
    private readonly Dictionary<int, string> _texts;
    private readonly Dictionary<int, Cohort> _cohorts;

    public ResponseShape(Survey survey, IEnumerable<Cohort> cohorts, bool hasOriginals = false)
    {
        _hasOriginals = hasOriginals;
        _dimensions = survey.Dimensions;
        // As the present version asks, then what only earlier ones did.
        string[] codes = [.. survey.Versions.Reverse().SelectMany(v => v.Items.Select(i => i.Code)).Distinct()];
        _cells = new AnswerCells(codes);
        _texts = survey.Variables.Where(v => v is { Kind: Variable.ItemKind, Items: Variable.Text }).ToDictionary(v => v.Id, v => v.Name);
        _cohorts = cohorts.ToDictionary(c => c.Id);
        Columns = ["id", "version", "day", "answeredAt", "language", "delay", "weight", "isTest", .. _dimensions.Select(d => "about." + d), .. codes.Select(c => "answers." + c), "skipped"];
    }

    public override IReadOnlyList<string> Columns { get; }

    public override void WriteJson(Utf8JsonWriter json, RawResponse response)
    {
        var cohort = _cohorts[response.Cohort];
        json.WriteStartObject();
        json.WriteString("id", response.ResponseId);
        json.WriteNumber("version", response.Version);
        WriteAs(json, "day", Days.Date(response.Day));
        WriteAs(json, "answeredAt", InstantOf(response));
        json.WriteString("language", response.Language);
        if (response.Delay is { } delay) json.WriteNumber("delay", delay);
        else json.WriteNull("delay");
        json.WriteNumber("weight", WeightOf(response));
        json.WriteBoolean("isTest", cohort.IsTest);
        json.WriteStartObject("about");
        foreach (var dimension in _dimensions)
        {
            if (cohort.Values.TryGetValue(dimension, out var value)) json.WriteString(dimension, value);
        }
        json.WriteEndObject();
        json.WritePropertyName("answers");
        json.WriteRawValue(WithTexts(response), skipInputValidation: true);
        json.WriteEndObject();
    }

    public override void WriteLines(CsvTable csv, RawResponse response)
    {
        var cohort = _cohorts[response.Cohort];
        csv.Text(response.ResponseId.ToString());
        csv.Whole(response.Version);
        csv.Day(Days.Date(response.Day));
        csv.Instant(InstantOf(response));
        csv.Text(response.Language);
        csv.Whole(response.Delay);
        csv.Number(WeightOf(response));
        csv.Flag(cohort.IsTest);
        foreach (var dimension in _dimensions) csv.Text(cohort.Values.GetValueOrDefault(dimension));
        _cells.Write(csv, response.Answers, response.Texts.Select(t => (_texts[t.Variable], Shown(t.Text))));
        csv.End();
    }

    private static DateTimeOffset? InstantOf(RawResponse response) => response.AnsweredAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private static double WeightOf(RawResponse response) => response.Weight / 10_000d;

    private static void WriteAs<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Json.Options);
    }

    /// <summary>What was stored before texts were masked at once may not have been read again yet.</summary>
    private string Shown(string text) => _hasOriginals ? text : Redaction.Of(text);

    /// <summary>The answers as they are stored, and the texts behind them.</summary>
    private string WithTexts(RawResponse response)
    {
        if (response.Texts.Count == 0) return response.Answers;
        var texts = response.Texts.Select(t => $"{JsonSerializer.Serialize(_texts[t.Variable], Json.Options)}:{JsonSerializer.Serialize(Shown(t.Text), Http.Json.Options)}");
        var others = response.Answers[1..^1];
        return $"{{{others}{(others.Length > 0 ? "," : "")}{string.Join(',', texts)}}}";
    }
}
