using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>
/// The message that Typeform sends for a response (Typeform, "Example webhook payload"). An answer goes by the reference of its question, its id, or its title, which
/// stands in the definition alone. A question without an answer was not shown, as far as the message tells.
/// </summary>
internal sealed class Typeform : MessageFormat
{
    private const string Event = "event_type", Token = "form_response.token", SubmittedAt = "form_response.submitted_at";

    public override string Name => "typeform";

    public override IMessageSignature Signature { get; } = new TypeformSignature();

    protected override string? RandomId => Token;

    protected override MatchRules Rules(Survey survey) => new() { IsReserved = c => c is Event or Token or SubmittedAt };

    protected override ImportMap Frame(ImportMap map, Survey survey, ImportSource source) => map with
    {
        Items = map.Items?.ToDictionary(i => i.Key, i => WithYesAndNo(i.Value), StringComparer.Ordinal),
        Id = [Token],
        AnsweredAt = new TimeRule { Column = SubmittedAt },
        // A part of a response comes under another name; the whole one follows.
        LeaveOut = [new CodesRule { Column = Event, Codes = [""] }],
    };

    protected override void Read(JsonObject message, MessageCells cells)
    {
        var response = Object(message, "form_response");
        if (Text(message[Event]) is not { } happened) throw new FormatException("A message says what happened.");
        var isWhole = happened == "form_response" && response is not null;
        cells.Add(isWhole ? "form_response" : "", Event);
        if (!isWhole) return;
        cells.Add(Text(response!["token"]), Token);
        cells.Add(Text(response["submitted_at"]), SubmittedAt);
        var fields = List(Object(response, "definition")?["fields"]).OfType<JsonObject>().Where(f => Text(f["id"]) is not null)
            .GroupBy(f => Text(f["id"])!, StringComparer.Ordinal).ToDictionary(f => f.Key, f => f.First(), StringComparer.Ordinal);
        foreach (var answer in List(response["answers"]).OfType<JsonObject>())
        {
            var id = Text(Object(answer, "field")?["id"]);
            var field = id is null ? null : fields.GetValueOrDefault(id);
            var reference = Text(Object(answer, "field")?["ref"]) ?? Text(field?["ref"]);
            cells.Add(Cell(answer), reference, id, Text(field?["title"])?.Trim());
            if (Typed(answer) is { } typed) cells.Add(typed, $"{reference ?? id}.other", $"{id}.other");
        }
        foreach (var (name, value) in Object(response, "hidden") ?? []) cells.Add(Text(value), name, "hidden." + name);
        foreach (var variable in List(response["variables"]).OfType<JsonObject>()) cells.Add(Text(variable["text"]) ?? Text(variable["number"]), "variables." + Text(variable["key"]));
    }

    private static string? Cell(JsonObject answer) => Text(answer["type"]) switch
    {
        "choice" => Choice(Object(answer, "choice")),
        "choices" => Choices(Object(answer, "choices")),
        { } type => Text(answer[type]),
        null => null,
    };

    private static string? Choice(JsonObject? choice) => choice is null ? null
        : MessageCells.Option(Text(choice["ref"]), Text(choice["id"]), Text(choice["label"]), choice["label"] is null && choice["other"] is not null ? "other" : null);

    private static string? Choices(JsonObject? choices)
    {
        if (choices is null) return null;
        JsonNode?[] ids = [.. List(choices["ids"])], labels = [.. List(choices["labels"])], refs = [.. List(choices["refs"])];
        var options = Enumerable.Range(0, Math.Max(ids.Length, Math.Max(labels.Length, refs.Length)))
            .Select(i => MessageCells.Option(Text(refs.ElementAtOrDefault(i)), Text(ids.ElementAtOrDefault(i)), Text(labels.ElementAtOrDefault(i))));
        return MessageCells.Options(choices["other"] is null ? options : options.Append("other"));
    }

    /// <summary>What was typed beside "other".</summary>
    private static string? Typed(JsonObject answer) => Text(Object(answer, "choice")?["other"]) ?? Text(Object(answer, "choices")?["other"]);

    /// <summary>Answers to yes/no questions come as true and false.</summary>
    private static ItemRule WithYesAndNo(ItemRule rule)
    {
        if (rule.Recode is not { } recode) return rule;
        var more = new Dictionary<string, string>(recode, StringComparer.Ordinal);
        foreach (var (code, name) in ((string, string)[])[("true", "yes"), ("true", "Yes"), ("false", "no"), ("false", "No")])
        {
            if (recode.TryGetValue(name, out var option)) more.TryAdd(code, option);
        }
        return rule with { Recode = more };
    }
}
