using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Http.Intake;

/// <summary>A stored response, as far as erasing needs it.</summary>
internal sealed class StoredRow
{
    public long Seq { get; init; }

    /// <summary>The id as the engine's column has it.</summary>
    public object Id { get; init; } = "";
    public int? Survey { get; init; }
    public int? Version { get; init; }
    public int? Day { get; init; }
    public int? Period { get; init; }
    public int? Cohort { get; init; }
    public int? Delay { get; init; }
    public long? Weight { get; init; }
    public string? Answers { get; init; }
    public int Erased { get; init; }
}

/// <summary>Takes a response out: answers and texts go, its counts are taken back by appending them with n = -1, figures that are kept and may rest on it go, the id stays as a tombstone.</summary>
internal static class Erasure
{
    /// <summary>Erases in the session's transaction.</summary>
    /// <returns>False when somebody else has erased it meanwhile.</returns>
    public static async Task<bool> Erase(Session session, StoredRow row, CatalogueSnapshot catalogue, TimeProvider time)
    {
        if (await session.Run(Queries.EraseResponse, new { row.Seq }) == 0) return false;
        session.Erases = true;
        var comments = await session.Rows<NewComment>(Queries.ReadStoredComments, new { row.Seq });
        await session.Run(Queries.EraseComments, new { row.Seq });
        await RemoveFlag(session, row.Seq);
        var survey = catalogue.Survey(row.Survey!.Value) ?? throw new InvalidOperationException("A response belongs to no survey.");
        var (day, weight) = (row.Day!.Value, row.Weight!.Value);
        var counted = Recount(survey, row).Concat(await Recount(session, survey.Version(row.Version!.Value), comments)).GroupBy(t => t).Select(same => new TallyRow(
            new TallyKey(same.Key.Variable, row.Cohort!.Value, day, row.Period!.Value, same.Key.Value, same.Key.Complete ? 1 : 0),
            -same.Count(), -weight * same.Count(), -weight * weight * same.Count()));
        await session.Database.AppendTallies(session, [.. counted]);
        await session.Run(Queries.RemoveComputed, new { Day = day });
        // Whoever was told of the response has to hear of this too. Of employees' nobody was.
        if (survey.Audience == Audience.Customer) await Outbox.AddErased(session, catalogue, survey, session.Database.IdOf(row.Id), time.GetUtcNow());
        return true;
    }

    /// <summary>What its comments added; nothing where they were stored before topics were counted, and not read again since.</summary>
    private static async Task<IEnumerable<Data.Tally>> Recount(Session session, SurveyVersion? version, IReadOnlyCollection<NewComment> comments) =>
        version is not null && comments.Any(c => c.Analysis > 0) ? CommentCounts.Of(version, comments, (await WordLists.Read(session)).Numbers) : [];

    /// <summary>What was raised with it goes too, and everything that was written about it. Held first: nobody writes on while it goes.</summary>
    internal static async Task RemoveFlag(Session session, long response)
    {
        var flag = new { Response = response };
        if (await session.Run(Queries.HoldFlag, flag) == 0) return;
        await session.Run(Queries.RemoveFlagMessages, flag);
        await session.Run(Queries.RemoveFlag, flag);
    }

    /// <summary>
    /// What the response added to the counts, worked out from what is stored of it. Nothing where that cannot be read: it has to be erasable all the same, and
    /// a check of the store tells that its counts are left and mends them.
    /// </summary>
    private static Data.Tally[] Recount(Survey survey, StoredRow row) =>
        survey.Version(row.Version!.Value) is { } version && Ingest.Recount.Of(survey, version, row.Answers!, row.Delay) is { } tallies ? tallies : [];
}
