using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>Customers' comments: the fields of every comment, and one for each dimension of the surveys that were asked for, the same in every row.</summary>
internal sealed class CustomerCommentShape : ListShape<CustomerComment>
{
    private readonly IReadOnlyList<(string Dimension, string Name)> _dimensions;

    public CustomerCommentShape(IEnumerable<Survey> surveys)
    {
        var own = RecordShape<CommentView>.Instance.Columns;
        var taken = own.Select(c => c.Split('.')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        _dimensions = [.. surveys.SelectMany(s => s.Dimensions).Where(d => d != ResponseRules.Unit).Distinct().Order(StringComparer.Ordinal).Select(d => (d, taken.Contains(d) ? "about." + d : d))];
        Columns = [.. own, .. _dimensions.Select(d => d.Name)];
    }

    /// <summary>A dimension that is called like a field of every comment is told from it: <c>about.language</c>.</summary>
    public override IReadOnlyList<string> Columns { get; }

    public override void WriteJson(Utf8JsonWriter json, CustomerComment entry)
    {
        var comment = entry.Comment;
        json.WriteStartObject();
        json.WriteString("key", comment.Key);
        json.WriteString("survey", comment.Survey);
        json.WriteString("kind", comment.Kind);
        json.WriteString("item", comment.Item);
        json.WriteString("text", comment.Text);
        json.WriteString("language", comment.Language);
        json.WriteStartObject("sentiment");
        json.WriteString("label", comment.Sentiment.Label);
        if (comment.Sentiment.Compound is { } compound) json.WriteNumber("compound", compound);
        else json.WriteNull("compound");
        json.WriteEndObject();
        json.WriteStartArray("topics");
        foreach (var topic in comment.Topics) json.WriteStringValue(topic);
        json.WriteEndArray();
        json.WriteString("month", comment.Month);
        json.WriteString("unit", comment.Unit);
        foreach (var (dimension, name) in _dimensions) json.WriteString(name, entry.Values.GetValueOrDefault(dimension));
        json.WriteEndObject();
    }

    public override void WriteLines(CsvTable csv, CustomerComment entry)
    {
        var comment = entry.Comment;
        foreach (var text in (string?[])[comment.Key, comment.Survey, comment.Kind, comment.Item, comment.Text, comment.Language, comment.Sentiment.Label]) csv.Text(text);
        csv.Number(comment.Sentiment.Compound);
        csv.Cell(comment.Topics);
        csv.Text(comment.Month);
        csv.Text(comment.Unit);
        foreach (var (dimension, _) in _dimensions) csv.Text(entry.Values.GetValueOrDefault(dimension));
        csv.End();
    }
}
