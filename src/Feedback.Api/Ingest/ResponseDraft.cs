using System.Buffers;
using System.Text;
using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Indicators;
using Item = Feedback.Api.Catalogue.Item;
using Tally = Feedback.Api.Data.Tally;

namespace Feedback.Api.Ingest;

/// <summary>What an item got: nothing (not shown), null (shown and skipped), or an answer.</summary>
public enum AnswerState : byte { NotShown, Skipped, Answered }

/// <summary>
/// A response while it is being put together, item by item. Every way in (single, batch, feedback, import, demo) ends in
/// <see cref="Finish"/>, so that all agree on what is stored, what is counted, and what counts as the same content.
/// </summary>
public sealed class ResponseDraft(Survey survey, SurveyVersion version)
{
    /// <summary>In a scale's value, what one answered item is worth beside the sum.</summary>
    public const int AnsweredUnit = 1_000_000;

    /// <summary>The value under which "answered" is counted for a choice item.</summary>
    public const int ChoiceAnswered = -1;

    /// <summary>The most days of delay that are told apart.</summary>
    public const int MaximumDelay = 90;

    private static readonly SearchValues<char> Unstorable = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(sign => sign is not ('\t' or '\n' or '\r') && (char.IsControl(sign) || Names.TurnsDirection(sign)))]);

    private readonly Slot[] _slots = new Slot[version.Items.Count];

    public Survey Survey => survey;
    public SurveyVersion Version => version;
    public Guid? Id { get; set; }

    /// <summary>The version as sent; null leaves it to the server.</summary>
    public int? SentVersion { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
    public string? Language { get; set; }
    public string? Respondent { get; set; }
    public string? Code { get; set; }
    public DateOnly? InvitedOn { get; set; }

    /// <summary>Whole 1e-4.</summary>
    public int Weight { get; set; } = 10_000;

    public bool IsTest { get; set; }

    /// <summary>Dimension values, parallel to the survey's dimensions.</summary>
    public string?[] About { get; } = new string?[survey.Dimensions.Length];

    /// <summary>How many items have an answer or were skipped.</summary>
    public int Touched { get; private set; }

    public bool IsTouched(Item item) => _slots[item.Position].State != AnswerState.NotShown;

    public AnswerState State(Item item) => _slots[item.Position].State;

    public void Skip(Item item) => Set(item, new Slot { State = AnswerState.Skipped });

    public void Rate(Item item, int value) => Set(item, new Slot { State = AnswerState.Answered, Value = value });

    public void Choose(Item item, params string[] options) => Set(item, new Slot { State = AnswerState.Answered, Options = options });

    /// <summary>Keeps a text; one of blanks alone was skipped.</summary>
    public void Write(Item item, string text) =>
        Set(item, string.IsNullOrWhiteSpace(text) ? new Slot { State = AnswerState.Skipped } : new Slot { State = AnswerState.Answered, Text = Storable(text) });

    /// <summary>Whether it is unprompted feedback that raises a flag: a concern, in words.</summary>
    public bool IsConcern => survey.IsBuiltIn && _slots.Any(s => s.Text is not null) && version.Find(Survey.KindItem) is { } kind && _slots[kind.Position].Options is [Survey.Concern];

    /// <summary>Works out what is stored and counted.</summary>
    /// <param name="seal">Makes hashes of what must not be read back.</param>
    /// <param name="clock">Says what day it is.</param>
    /// <param name="texts">Reads the texts before they are stored.</param>
    /// <param name="stamp">The state of the catalogue it was checked against.</param>
    public NewResponse Finish(Seal seal, OrganisationClock clock, CommentReader texts, long stamp)
    {
        var isEmployee = survey.Audience == Audience.Employee;
        var now = clock.Now;
        var answeredAt = AnsweredAt ?? now;
        var day = clock.DayOf(answeredAt);
        var respondent = Respondent is null ? null : seal.Respondent(Respondent);
        int? delay = InvitedOn is { } on ? Math.Clamp(Days.Date(day).DayNumber - on.DayNumber, 0, MaximumDelay) : null;
        var answers = Pack();
        var content = seal.Content((Draft: this, answers, respondent, isEmployee, clock), static (c, output) => c.Draft.WriteCanonical(output, c.answers, c.respondent, c.isEmployee, c.clock));
        var comments = Comments(texts);
        var id = Id ?? Guid.CreateVersion7(isEmployee ? clock.MidnightOf(answeredAt) : now);
        return new NewResponse
        {
            Id = id,
            StoredId = isEmployee ? seal.EmployeeId(id) : id,
            ContentHash = content,
            Survey = survey.Id,
            Version = version.Number,
            Day = day,
            Period = isEmployee ? PeriodGrid.OpenFor(survey, day) : 0,
            Cohort = new CohortKey(survey.Id, IsTest, survey.Dimensions, About),
            AnsweredAt = isEmployee ? null : answeredAt.ToUnixTimeMilliseconds(),
            Delay = delay,
            Language = Language,
            Respondent = respondent,
            Weight = Weight,
            CodeHash = Code is null ? null : seal.Code(survey.Id, Code),
            Answers = answers,
            Tallies = comments.Length == 0 ? Count(delay) : [.. Count(delay), .. texts.Count(version, comments)],
            Comments = comments,
            Messages = survey.Subscribers.Count == 0 ? [] : [.. survey.Subscribers.Select(w => NewMessage.Of(w, WebhookEvents.ResponseStored, survey.Id, null, now))],
            Stamp = stamp,
        };
    }

    /// <summary>The counts a response adds by what it chose; the same when it is erased.</summary>
    /// <param name="delay">Whole days from invitation to answer, where it is known.</param>
    public Tally[] Count(int? delay)
    {
        var tallies = new List<Tally>(version.Items.Count + version.Scales.Count + 3) { new(version.Response.Id, 0, true) };
        Span<(int Answered, int Sum)> scales = stackalloc (int, int)[version.Scales.Count];
        var (rated, passed) = (0, 0);
        foreach (var item in version.Items)
        {
            ref readonly var slot = ref _slots[item.Position];
            if (slot.State != AnswerState.Answered || item.Kind != ItemKind.Rating) continue;
            var keyed = item.Keyed(slot.Value);
            if (item.Scale >= 0) scales[item.Scale] = (scales[item.Scale].Answered + 1, scales[item.Scale].Sum + keyed - item.Low);
            if (item.Measure != Measure.Experience) continue;
            rated++;
            if (keyed >= item.High - 1) passed++;
        }
        foreach (var item in version.Items)
        {
            ref readonly var slot = ref _slots[item.Position];
            if (slot.State != AnswerState.Answered) continue;
            if (item.Kind == ItemKind.Rating)
            {
                tallies.Add(new Tally(item.Variable, slot.Value, item.Scale < 0 || scales[item.Scale].Answered == version.Scales[item.Scale].Items));
            }
            else if (item.Kind == ItemKind.Choice)
            {
                tallies.Add(new Tally(item.Variable, ChoiceAnswered, true));
                foreach (var option in slot.Options!) tallies.Add(new Tally(item.Variable, item.Options[option], true));
            }
        }
        for (var i = 0; i < scales.Length; i++)
        {
            var (answered, sum) = scales[i];
            if (answered > 0) tallies.Add(new Tally(version.Scales[i].Variable, answered * AnsweredUnit + sum, answered == version.Scales[i].Items));
        }
        if (rated > 0 && version.Journey is { } journey) tallies.Add(new Tally(journey.Id, rated * AnsweredUnit + passed, true));
        if (delay is { } days) tallies.Add(new Tally(version.Delay.Id, days, true));
        return [.. tallies];
    }

    private void Set(Item item, Slot slot)
    {
        _slots[item.Position] = slot;
        Touched++;
    }

    /// <summary>Answers as one JSON object in the order of the codes, whatever the order in which a version asks; texts are kept apart.</summary>
    private byte[] Pack()
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        foreach (var item in version.ByCode)
        {
            ref readonly var slot = ref _slots[item.Position];
            if (slot.State == AnswerState.NotShown || slot.Text is not null) continue;
            json.WritePropertyName(item.EncodedCode);
            if (slot.State == AnswerState.Skipped) json.WriteNullValue();
            else if (item.Kind == ItemKind.Rating) json.WriteNumberValue(slot.Value);
            else if (!item.IsMultiple) json.WriteStringValue(slot.Options![0]);
            else
            {
                json.WriteStartArray();
                foreach (var option in slot.Options!) json.WriteStringValue(option);
                json.WriteEndArray();
            }
        }
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The content as sent, in one form whatever the order of its fields and of the items of its version. Without the id, without what the server fills in,
    /// and without the invitation code, so that nothing stored leads from a response to a code. Employees: the day alone.
    /// </summary>
    private void WriteCanonical(IBufferWriter<byte> output, byte[] answers, string? respondent, bool isEmployee, OrganisationClock clock)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartArray();
        json.WriteNumberValue(survey.Id);
        json.WriteNumberValue(SentVersion ?? 0);
        json.WriteNumberValue(AnsweredAt is not { } at ? 0 : isEmployee ? clock.DayOf(at) : at.ToUnixTimeMilliseconds());
        json.WriteStringValue(Language);
        json.WriteStringValue(respondent);
        json.WriteNumberValue(Weight);
        json.WriteBooleanValue(IsTest);
        json.WriteNumberValue(InvitedOn?.DayNumber ?? 0);
        for (var i = 0; i < About.Length; i++)
        {
            if (About[i] is not { } value) continue;
            json.WriteStringValue(survey.Dimensions[i]);
            json.WriteStringValue(value);
        }
        json.WriteRawValue(answers, skipInputValidation: true);
        foreach (var item in version.ByCode)
        {
            if (_slots[item.Position].Text is not { } text) continue;
            json.WriteNumberValue(item.Variable);
            json.WriteStringValue(text);
        }
        json.WriteEndArray();
    }

    private NewComment[] Comments(CommentReader texts)
    {
        List<NewComment>? comments = null;
        foreach (var item in version.ByCode)
        {
            if (_slots[item.Position].Text is { } text) (comments ??= []).Add(texts.Read(survey, version, item.Variable, text, Language));
        }
        return comments is null ? [] : [.. comments];
    }

    /// <summary>
    /// The text with control characters other than tab and line breaks made blanks, so that neither engine nor reader stumbles over them, and without those
    /// that turn the direction of what stands around them.
    /// </summary>
    internal static string Storable(string text)
    {
        if (!text.AsSpan().ContainsAny(Unstorable)) return text;
        var storable = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (!Names.TurnsDirection(sign)) storable.Append(char.IsControl(sign) && sign is not ('\t' or '\n' or '\r') ? ' ' : sign);
        }
        return storable.ToString();
    }

    private struct Slot
    {
        public AnswerState State;
        public int Value;
        public string[]? Options;
        public string? Text;
    }
}
