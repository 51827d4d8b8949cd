using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;
using Feedback.Indicators;

namespace Feedback.Api.Http.Intake;

/// <summary>
/// The sender's side of a flag: the id of the concern is all that is asked for, and nothing else leads to it. An id that is
/// unknown, erased, of no concern or of an audience that whoever asks may not touch is answered alike.
/// </summary>
public sealed class FlagThreads(Database database, CatalogueCache catalogue, Seal seal, OrganisationClock clock, CommentReaders texts)
{
    /// <summary>Messages of one side of a thread, the concern itself not counted: what one side writes keeps the other from nothing, and tells it of nothing.</summary>
    public const int MaximumMessages = 100;

    public static Problem Unknown { get; } = Problem.NotFound(ProblemCodes.UnknownThread, "There is no concern with a thread under this id.");

    public static Problem Full { get; } = Problem.Conflict(ProblemCodes.ThreadFull, $"A thread has at most {MaximumMessages} messages of each side.");

    public static Problem Conflicting { get; } = Problem.Conflict(ProblemCodes.MessageConflict, "The id was stored with another text.");

    /// <summary>The thread; null where the id leads to none.</summary>
    /// <param name="id">The concern's, as it was sent.</param>
    /// <param name="mayTouch">Whether who asks may touch an audience.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<FlagThread?> Read(Guid id, Func<Audience, bool> mayTouch, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        return await Find(session, id, mayTouch) is var (flag, audience) ? await ThreadOf(session, flag, audience) : null;
    }

    /// <summary>Adds what the sender writes, without personal data that a pattern can find. Safe to retry with the same id.</summary>
    /// <param name="id">The concern's, as it was sent.</param>
    /// <param name="message">The message's own; null for none.</param>
    /// <param name="text">What it says.</param>
    /// <param name="mayTouch">Whether who asks may touch an audience.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The thread, and whether the message was new; or why it was not taken.</returns>
    public async Task<(FlagThread? Thread, bool IsNew, Problem? Problem)> Reply(Guid id, Guid? message, string text, Func<Audience, bool> mayTouch, CancellationToken cancellation)
    {
        // Looking takes no lock: anybody may ask.
        await using (var looking = await database.Read(cancellation))
        {
            if (await Find(looking, id, mayTouch) is null) return (null, false, Unknown);
        }
        await using var session = await database.Write(cancellation);
        if (await Find(session, id, mayTouch) is not var (flag, audience)) return (null, false, Unknown);
        var step = new FlagStep { Response = flag.Response, Author = FlagStep.Sender, MessageKey = message is { } own ? seal.Message(own) : null, Text = texts.For(catalogue.Current.Words).Redacted(ResponseDraft.Storable(text)) };
        var (isNew, problem) = await Add(session, step, clock);
        if (problem is not null) return (null, false, problem);
        var thread = await ThreadOf(session, flag, audience);
        if (isNew) await session.Commit();
        return (thread, isNew, null);
    }

    /// <summary>Adds a step to a thread in the session's transaction; one that is known already is not added.</summary>
    internal static async Task<(bool IsNew, Problem? Problem)> Add(Session session, FlagStep step, OrganisationClock clock)
    {
        if (await session.Run(Queries.HoldFlag, new { step.Response }) == 0) return (false, Unknown);
        var steps = await session.Rows<FlagStep>(Queries.ReadFlagMessages, new { step.Response });
        if (step.MessageKey is not null && steps.Find(s => s.MessageKey == step.MessageKey && s.Author == step.Author) is { } known) return (false, known.Text == step.Text ? null : Conflicting);
        // A thread can always be closed.
        if (step.Text is not null && steps.Count(s => s.Author == step.Author && s.Text is not null) >= MaximumMessages) return (false, Full);
        await session.Run(Queries.InsertFlagMessage, new { step.Response, Number = steps.Count + 1, step.Author, step.MessageKey, step.Text, Week = Days.Monday(clock.DayOf(clock.Now)) });
        return (true, null);
    }

    /// <summary>What a concern says.</summary>
    internal async Task<string> TextOf(Session session, FlagRow flag) => Shown((await session.Row<string>(Queries.ReadFlagText, new { flag.Response }))!);

    /// <summary>What came after it. What the sender wrote is read again: names that were loaded since are masked too.</summary>
    internal async Task<List<FlagStep>> StepsOf(Session session, FlagRow flag) =>
        [.. (await session.Rows<FlagStep>(Queries.ReadFlagMessages, new { flag.Response })).Select(s => s is { IsSender: true, Text: { } text } ? s with { Text = Shown(text) } : s)];

    private string Shown(string text) => texts.For(catalogue.Current.Words).Redacted(text);

    private async Task<FlagThread> ThreadOf(Session session, FlagRow flag, Audience audience) =>
        FlagThread.OfSender(flag, await TextOf(session, flag), await StepsOf(session, flag), audience == Audience.Employee);

    /// <summary>The concern under the id as it was sent, or as an employee's is stored.</summary>
    private async Task<(FlagRow Flag, Audience Audience)?> Find(Session session, Guid id, Func<Audience, bool> mayTouch)
    {
        foreach (var (audience, stored) in ((Audience, Guid)[])[(Audience.Customer, id), (Audience.Employee, seal.EmployeeId(id))])
        {
            if (!mayTouch(audience)) continue;
            if (await session.Row<FlagRow>(Queries.FindFlagByResponse, new { Id = session.Database.IdValue(stored) }) is { } flag && catalogue.Current.Survey(flag.Survey)?.Audience == audience) return (flag, audience);
        }
        return null;
    }
}
