using System.Text;
using System.Text.Json;

namespace Feedback.Api.Http.Lists;

/// <summary>Writes packed answers as cells, one for each item, and one for what was skipped. Used again for every response; not by two at a time.</summary>
/// <param name="codes">The items, in the order of the columns.</param>
internal sealed class AnswerCells(IReadOnlyList<string> codes)
{
    private readonly Dictionary<string, int> _places = codes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
    private readonly (long? Number, string? Text)[] _cells = new (long?, string?)[codes.Count];
    private readonly List<string> _skipped = [];
    private readonly List<string> _options = [];
    private byte[] _bytes = new byte[4096];

    public void Write(CsvTable csv, string answers, IEnumerable<(string Code, string Text)> texts)
    {
        Array.Clear(_cells);
        _skipped.Clear();
        Read(answers);
        foreach (var (code, text) in texts) _cells[_places[code]] = (null, text);
        foreach (var (number, text) in _cells)
        {
            if (number is not null) csv.Whole(number);
            else csv.Text(text);
        }
        csv.Text(_skipped.Count == 0 ? null : string.Join(';', _skipped));
    }

    private void Read(string answers)
    {
        var most = Encoding.UTF8.GetMaxByteCount(answers.Length);
        if (_bytes.Length < most) _bytes = new byte[most];
        var json = new Utf8JsonReader(_bytes.AsSpan(0, Encoding.UTF8.GetBytes(answers, _bytes)));
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var code = json.GetString()!;
            json.Read();
            if (json.TokenType == JsonTokenType.Null) _skipped.Add(code);
            else _cells[_places[code]] = Cell(ref json);
        }
    }

    private (long?, string?) Cell(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.Number) return (json.GetInt64(), null);
        if (json.TokenType == JsonTokenType.String) return (null, json.GetString());
        _options.Clear();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) _options.Add(json.GetString()!);
        return (null, string.Join(';', _options));
    }
}
