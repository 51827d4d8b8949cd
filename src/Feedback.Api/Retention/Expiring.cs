using Feedback.Api.Catalogue;
using Feedback.Api.Checking;
using Feedback.Api.Data;
using Feedback.Api.Http.Intake;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Retention;

/// <summary>
/// Erases responses whose time is over: answers, texts and threads go, the counts stay, and the id, so that a retry does not bring one back. What the counts
/// had of them is kept as a print of the day, so that they can be checked on.
/// </summary>
internal static class Expiring
{
    /// <summary>Erases some in the session's transaction.</summary>
    /// <returns>How many: what was taken back meanwhile is none of them.</returns>
    public static async Task<int> Run(Session session, IEnumerable<long> responses, CatalogueSnapshot catalogue, DateTimeOffset now)
    {
        var (days, count) = (new Dictionary<(int, int), (long Responses, CountPrint Print)>(), 0);
        foreach (var seq in responses)
        {
            // Held first, so that nobody reads its texts again or takes it back meanwhile.
            if (await session.Run(Queries.HoldResponse, new { Seq = seq }) == 0) continue;
            var row = (await session.Row<StoredRow>(Queries.ReadDueResponse, new { Seq = seq }))!;
            var comments = await session.Rows<NewComment>(Queries.ReadStoredComments, new { Seq = seq });
            var day = days.GetValueOrDefault((row.Survey!.Value, row.Day!.Value));
            Add(ref day.Print, row, comments, catalogue);
            days[(row.Survey.Value, row.Day.Value)] = (day.Responses + 1, day.Print);
            await session.Run(Queries.EraseComments, new { Seq = seq });
            await Erasure.RemoveFlag(session, seq);
            await session.Run(Queries.ExpireResponse, new { Seq = seq });
            // Whoever was told of the response keeps it no longer than is kept here. Of employees' nobody was told.
            if (catalogue.Survey(row.Survey.Value) is { Audience: Audience.Customer } survey) await Outbox.AddErased(session, catalogue, survey, session.Database.IdOf(row.Id), now);
            count++;
        }
        foreach (var ((survey, day), (n, print)) in days)
            await new ExpiredDay { Survey = survey, Day = day, Responses = n, N = print.N, Weight = print.Weight, SquaredWeight = print.SquaredWeight }.Add(session);
        session.Erases = count > 0;
        return count;
    }

    /// <summary>Adds what a response had brought to the counts. What cannot be read was not counted by anything that is known, and adds nothing.</summary>
    private static void Add(ref CountPrint print, StoredRow row, IReadOnlyCollection<NewComment> comments, CatalogueSnapshot catalogue)
    {
        var survey = catalogue.Survey(row.Survey!.Value)!;
        if (survey.Version(row.Version!.Value) is not { } version || Recount.Of(survey, version, row.Answers!, row.Delay) is not { } chosen) return;
        var texts = comments.Any(c => c.Analysis > 0) ? CommentCounts.Of(version, comments, catalogue.Words.Numbers) : [];
        var weight = row.Weight!.Value;
        foreach (var tally in chosen.Concat(texts))
            print.Add(new TallyKey(tally.Variable, row.Cohort!.Value, row.Day!.Value, row.Period!.Value, tally.Value, tally.Complete ? 1 : 0), new CountSum(1, weight, weight * weight), 1);
    }
}
