using System.Text.Json;
using System.Text.Json.Nodes;
using Feedback.Api.Catalogue;
using Feedback.Api.Features.Imports.Matching;

namespace Feedback.Api.Features.Imports.Formats;

/// <summary>
/// The message that Formbricks sends for a response (Formbricks, "Webhooks"). Answers go by the id of their question, those of a matrix by id and row; choices by their label, and
/// what people typed beside "other" stands where the label would. The times spent on questions tell which were shown: one with a time and without an answer was skipped.
/// </summary>
internal sealed class Formbricks : MessageFormat
{
    private const string Event = "event", Finished = "data.finished", Id = "data.id", CreatedAt = "data.createdAt", Language = "data.language", Survey = "data.surveyId";

    public override string Name => "formbricks";

    public override IMessageSignature Signature { get; } = new StandardSignature();

    protected override string? RandomId => Id;

    protected override MatchRules Rules(Survey survey) => new()
    {
        IsReserved = c => c is Event or Finished or Id or CreatedAt or Language or Survey,
        IsPersonal = c => c is "contact.id" or "contactAttributes.userId" or "contactAttributes.email" or "contactAttributes.firstName" or "contactAttributes.lastName",
        Empty = EmptyCell.Skipped,
        TypesOther = true,
    };

    protected override ImportMap Frame(ImportMap map, Survey survey, ImportSource source) => map with
    {
        Id = [Id],
        AnsweredAt = new TimeRule { Column = CreatedAt },
        Language = new ValueRule { Column = Language, Missing = ["default"] },
        // While a response is being given it is sent too, under the same id; only the finished one is stored.
        LeaveOut = [new CodesRule { Column = Finished, Codes = [""] }],
    };

    protected override void Read(JsonObject message, MessageCells cells)
    {
        if (Text(message[Event]) is not { } happened) throw new FormatException("A message says what happened.");
        var data = Object(message, "data");
        var isFinished = data?["finished"] is JsonValue finished && finished.GetValueKind() == JsonValueKind.True && happened is "responseFinished" or "responseUpdated" or "responseCreated";
        cells.Add(isFinished ? "true" : "", Finished);
        if (!isFinished) return;
        cells.Add(Text(data!["id"]), Id);
        cells.Add(Text(data["createdAt"]), CreatedAt);
        cells.Add(Text(data["language"]), Language);
        foreach (var (question, value) in Object(data, "data") ?? []) AddAnswer(cells, question, value);
        foreach (var (question, _) in Object(data, "ttc") ?? [])
        {
            if (question != "_total" && Object(data, "data")?[question] is not JsonObject) cells.Add("", question);
        }
        foreach (var (name, value) in Object(data, "contactAttributes") ?? []) cells.Add(Text(value), "contactAttributes." + name, name);
        foreach (var (name, value) in Object(data, "variables") ?? []) cells.Add(Text(value), "variables." + name, name);
    }

    private static void AddAnswer(MessageCells cells, string question, JsonNode? value)
    {
        if (value is JsonObject rows)
        {
            foreach (var (row, column) in rows) cells.Add(Text(column), $"{question}.{row}", row);
        }
        else
        {
            cells.Add(value is JsonArray ? MessageCells.Options(List(value).Select(v => Text(v) ?? "")) : value?.GetValueKind() == JsonValueKind.Null ? "" : Text(value) ?? "", question);
        }
    }
}
