using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Http.Intake;

/// <summary>
/// Reads one response from JSON and checks it against its survey, in one pass over the bytes. The single post and every line of
/// a batch go through here. What it refuses is in <see cref="ResponseRules"/> and in the validator that documents it.
/// </summary>
internal static class ResponseReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 8 };

    /// <summary>The draft, or the first thing that is wrong. The bytes must be valid UTF-8.</summary>
    public static Problem? Read(ReadOnlySpan<byte> json, Survey survey, CatalogueSnapshot catalogue, OrganisationClock clock, out ResponseDraft? draft)
    {
        draft = null;
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            return ReadResponse(ref reader, json, survey, catalogue, clock, ref draft);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string whose escapes are half a surrogate pair.
            return Problem.Invalid(ProblemCodes.MalformedJson, "The response is not JSON of the expected form.");
        }
    }

    private static Problem? ReadResponse(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Survey survey, CatalogueSnapshot catalogue, OrganisationClock clock, ref ResponseDraft? draft)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return Problem.Invalid(ProblemCodes.MalformedJson, "A response is a JSON object.");
        // The version decides what the answers mean and may come after them: answers are read at the end.
        Range answers = default, about = default;
        var fields = new Fields();
        Problem? problem = null;
        while (problem is null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = FieldOf(ref reader);
            if (field == Field.Unknown) return Problem.Invalid(ProblemCodes.UnknownField, NameIn(ref reader), "The field is not in the contract.");
            if (fields.Seen.HasFlag(field)) return Problem.Invalid(ProblemCodes.InvalidResponse, NameOf(field), "The field stands twice.");
            fields.Seen |= field;
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (field == Field.Answers || field == Field.About && reader.TokenType != JsonTokenType.Null)
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                    return Problem.Invalid(ProblemCodes.InvalidResponse, NameOf(field), "It is an object.");
                reader.Skip();
                (field == Field.Answers ? ref answers : ref about) = start..(int)reader.BytesConsumed;
            }
            else if (reader.TokenType != JsonTokenType.Null)
            {
                problem = ReadField(ref reader, field, survey, clock, ref fields);
            }
        }
        if (problem is not null) return problem;
        while (reader.Read()) { }
        if (fields.Version is { } number && survey.Version(number) is null)
            return Problem.Invalid(ProblemCodes.UnknownVersion, "version", "The survey has no such version.");
        draft = new ResponseDraft(survey, fields.Version is { } sent ? survey.Version(sent)! : survey.Current)
        {
            Id = fields.Id,
            SentVersion = fields.Version,
            AnsweredAt = fields.AnsweredAt,
            Language = fields.Language,
            Respondent = fields.Respondent,
            Code = fields.Code,
            InvitedOn = fields.InvitedOn,
            Weight = fields.Weight ?? 10_000,
            IsTest = fields.IsTest,
        };
        if (survey.Access == "code" && fields.Code is null)
            return Problem.Invalid(ProblemCodes.UnknownCode, "code", "The survey is answered with an invitation code.");
        return (about.Equals(default) ? null : ReadAbout(json[about], draft, catalogue)) ?? ReadAnswers(answers.Equals(default) ? default : json[answers], draft);
    }

    private static Problem? ReadField(ref Utf8JsonReader reader, Field field, Survey survey, OrganisationClock clock, ref Fields fields)
    {
        var isEmployee = survey.Audience == Audience.Employee;
        switch (field)
        {
            case Field.Id:
                if (reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id)) fields.Id = id;
                else return Invalid(field, "It is a UUID.");
                break;
            case Field.Version:
                if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var version)) fields.Version = version;
                else return Invalid(field, "It is the number of a version.");
                break;
            case Field.AnsweredAt:
                if (reader.TokenType != JsonTokenType.String || ResponseRules.Instant(reader.GetString()!) is not { } at || !ResponseRules.IsPlausible(at, clock.Now))
                    return Invalid(field, ResponseRules.AnsweredAtMessage);
                fields.AnsweredAt = at;
                break;
            case Field.Language:
                if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } language || !ResponseRules.IsLanguage(language)) return Invalid(field, "It is a language tag such as en or de-CH.");
                fields.Language = language;
                break;
            case Field.Respondent:
                if (isEmployee) return Problem.Invalid(ProblemCodes.AnonymousAudience, "respondent", "Employees answer without any reference to themselves.");
                if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { } respondent || !Names.IsDimensionValue(respondent)) return Invalid(field, "It is a text of 1 to 200 characters.");
                fields.Respondent = respondent;
                break;
            case Field.Weight:
                if (isEmployee) return Invalid(field, "Employees' answers are not weighted.");
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var weight) || ResponseRules.Weight(weight) is not { } units)
                    return Invalid(field, ResponseRules.WeightMessage);
                fields.Weight = units;
                break;
            case Field.IsTest:
                if (reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) return Invalid(field, "It is true or false.");
                fields.IsTest = reader.GetBoolean();
                break;
            case Field.Code:
                if (survey.Access != "code") return Invalid(field, "The survey takes no invitation codes.");
                if (reader.TokenType != JsonTokenType.String || reader.GetString() is not { Length: > 0 and <= ResponseRules.MaximumCodeLength } code) return Problem.Invalid(ProblemCodes.UnknownCode, "code", "There is no such invitation code.");
                fields.Code = code;
                break;
            case Field.InvitedOn:
                if (reader.TokenType != JsonTokenType.String || ResponseRules.Day(reader.GetString()!) is not { } day) return Invalid(field, ResponseRules.DayMessage);
                fields.InvitedOn = day;
                break;
        }
        return null;
    }

    private static Problem? ReadAbout(ReadOnlySpan<byte> json, ResponseDraft draft, CatalogueSnapshot catalogue)
    {
        var reader = new Utf8JsonReader(json, Options);
        reader.Read();
        var seen = 0UL;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            var field = Names.IsName(name) ? "about." + name : "about";
            var position = Array.BinarySearch(draft.Survey.Dimensions, name, StringComparer.Ordinal);
            if (position < 0 || !AboutRules.IsRegistered(draft.Version, name)) return Invalid(AboutFault.UnknownDimension, field);
            reader.Read();
            if ((seen & 1UL << position) != 0) return Problem.Invalid(ProblemCodes.InvalidResponse, field, "The dimension stands twice.");
            seen |= 1UL << position;
            if (reader.TokenType == JsonTokenType.Null) continue;
            if (reader.TokenType != JsonTokenType.String) return Invalid(AboutFault.NoText, field);
            var value = reader.GetString()!;
            if (AboutRules.Check(draft.Version, catalogue.Units, name, value) is { } fault) return Invalid(fault, field);
            draft.About[position] = value;
        }
        return null;
    }

    private static Problem? ReadAnswers(ReadOnlySpan<byte> json, ResponseDraft draft)
    {
        if (!json.IsEmpty)
        {
            var reader = new Utf8JsonReader(json, Options);
            reader.Read();
            Span<char> code = stackalloc char[100];
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var item = reader.HasValueSequence || reader.ValueSpan.Length > 100 ? null : draft.Version.Find(code[..reader.CopyString(code)]);
                if (item is null) return Problem.Invalid(ProblemCodes.UnknownItem, "answers." + NameIn(ref reader), "The survey does not ask this item.");
                if (draft.IsTouched(item)) return Invalid(item, "The item stands twice.");
                reader.Read();
                if (ReadAnswer(ref reader, item, draft) is { } problem) return problem;
            }
        }
        if (draft.Touched == 0) return Problem.Invalid(ProblemCodes.InvalidResponse, "answers", "There is at least one answer.");
        foreach (var item in draft.Version.Items)
        {
            if (item.IsRequired && draft.State(item) != AnswerState.Answered) return Problem.Invalid(ProblemCodes.MissingAnswer, "answers." + item.Code, "The item must be answered.");
        }
        return null;
    }

    private static Problem? ReadAnswer(ref Utf8JsonReader reader, Catalogue.Item item, ResponseDraft draft)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            draft.Skip(item);
            return null;
        }
        switch (item.Kind)
        {
            case ItemKind.Rating:
                if (reader.TokenType != JsonTokenType.Number || !ResponseRules.IsWhole(ref reader, out var value) || value < item.Low || value > item.High)
                    return Invalid(item, "It is a whole number on the item's scale.");
                draft.Rate(item, value);
                return null;
            case ItemKind.Text:
                if (reader.TokenType != JsonTokenType.String) return Invalid(item, "It is a text.");
                if (reader.GetString()! is var text && text.Length > ResponseRules.MaximumTextLength) return Invalid(item, ResponseRules.TextMessage);
                draft.Write(item, text);
                return null;
            default:
                return ReadChoice(ref reader, item, draft);
        }
    }

    private static Problem? ReadChoice(ref Utf8JsonReader reader, Catalogue.Item item, ResponseDraft draft)
    {
        var chosen = new List<string>();
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        if (isArray) reader.Read();
        while (reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String) return Invalid(item, "It is an option's code, or several in an array.");
            var option = reader.GetString()!;
            if (!item.Options.ContainsKey(option)) return Problem.Invalid(ProblemCodes.UnknownOption, "answers." + item.Code, "The item has no such option.");
            if (chosen.Contains(option)) return Invalid(item, "An option stands twice.");
            chosen.Add(option);
            if (!isArray) break;
            reader.Read();
        }
        if (chosen.Count > 1 && !item.IsMultiple) return Invalid(item, "The item takes one option.");
        if (chosen.Count == 0 && !item.IsMultiple) return Invalid(item, "It is an option's code.");
        chosen.Sort((a, b) => item.Options[a].CompareTo(item.Options[b]));
        draft.Choose(item, [.. chosen]);
        return null;
    }

    private static Problem Invalid(AboutFault fault, string field) => Problem.Invalid(fault.Code(ProblemCodes.InvalidResponse), field, AboutRules.Message(fault));

    private static Problem Invalid(Catalogue.Item item, string message) => Problem.Invalid(ProblemCodes.InvalidAnswer, "answers." + item.Code, message);

    private static Problem Invalid(Field field, string message) => Problem.Invalid(ProblemCodes.InvalidResponse, NameOf(field), message);

    private static string NameIn(ref Utf8JsonReader reader) => reader.GetString() is { } name && Names.IsName(name) ? name : "?";

    private static string NameOf(Field field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static Field FieldOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("answers"u8) ? Field.Answers
        : reader.ValueTextEquals("id"u8) ? Field.Id
        : reader.ValueTextEquals("about"u8) ? Field.About
        : reader.ValueTextEquals("answeredAt"u8) ? Field.AnsweredAt
        : reader.ValueTextEquals("version"u8) ? Field.Version
        : reader.ValueTextEquals("language"u8) ? Field.Language
        : reader.ValueTextEquals("respondent"u8) ? Field.Respondent
        : reader.ValueTextEquals("weight"u8) ? Field.Weight
        : reader.ValueTextEquals("isTest"u8) ? Field.IsTest
        : reader.ValueTextEquals("code"u8) ? Field.Code
        : reader.ValueTextEquals("invitedOn"u8) ? Field.InvitedOn
        : Field.Unknown;

    [Flags]
    private enum Field
    {
        Unknown = 0, Id = 1, Version = 2, AnsweredAt = 4, Language = 8, About = 16, Respondent = 32, Weight = 64, IsTest = 128, Answers = 256, Code = 512, InvitedOn = 1024,
    }

    private struct Fields
    {
        public Field Seen;
        public Guid? Id;
        public int? Version;
        public DateTimeOffset? AnsweredAt;
        public string? Language, Respondent, Code;
        public int? Weight;
        public bool IsTest;
        public DateOnly? InvitedOn;
    }
}
