using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Http.Intake;

/// <summary>What came of taking a response back.</summary>
public enum TakenBack
{
    /// <summary>No response was stored under the id.</summary>
    Unknown,

    /// <summary>The response belongs to a survey that whoever asks may not touch; it is still there.</summary>
    Forbidden,

    /// <summary>Answers, texts and counts are gone, now or since an earlier time.</summary>
    Gone,

    /// <summary>They are gone, and counted for in figures of employees that were released before and stay as they are.</summary>
    GoneAfterRelease,
}

/// <summary>Takes a response back by its id, which is the receipt of whoever sent it. Safe to repeat.</summary>
public sealed class Receipts(Database database, CatalogueCache catalogue, Seal seal, TimeProvider time)
{
    /// <param name="id">As it was sent.</param>
    /// <param name="mayTouch">Whether who asks may touch responses of a survey.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public async Task<TakenBack> Erase(Guid id, Func<Survey, bool> mayTouch, CancellationToken cancellation)
    {
        // Looking takes no lock: anybody may ask.
        await using (var looking = await database.Read(cancellation))
        {
            if (await Find(looking, id) is not { } found) return TakenBack.Unknown;
            if (found.Erased != 0) return TakenBack.Gone;
        }
        var snapshot = await catalogue.Refresh(cancellation);
        await using var session = await database.Write(cancellation);
        var row = await Find(session, id);
        if (row is not { Erased: 0 }) return TakenBack.Gone;
        var survey = snapshot.Survey(row.Survey!.Value)!;
        if (!mayTouch(survey)) return TakenBack.Forbidden;
        if (await Erasure.Erase(session, row, snapshot, time)) await session.Commit();
        // What was released is not worked out again: the difference would show the person.
        return survey.IsOut(row.Period!.Value) ? TakenBack.GoneAfterRelease : TakenBack.Gone;
    }

    /// <summary>The response under the id as it was sent, or as an employee's is stored.</summary>
    private async Task<StoredRow?> Find(Session session, Guid id) =>
        await session.Row<StoredRow>(Queries.ReadResponse, new { Id = session.Database.IdValue(id) })
        ?? await session.Row<StoredRow>(Queries.ReadResponse, new { Id = session.Database.IdValue(seal.EmployeeId(id)) });
}
