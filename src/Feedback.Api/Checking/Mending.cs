using System.Globalization;
using Feedback.Api.Data;

namespace Feedback.Api.Checking;

/// <summary>
/// Makes right what a check found, each part in one or more transactions of its own. Whoever stores or erases meanwhile changes answers and counts alike, so that the
/// difference stays what the check saw; only another that mends would change it, and is noticed.
/// </summary>
internal sealed class Mending(Database database, TimeProvider time)
{
    /// <summary>The setting that rises with everything that is mended.</summary>
    private const string Name = "mended";

    private int _number;

    /// <summary>Reads where the store stands; call it in the snapshot that is checked.</summary>
    public async Task Begin(Session snapshot) =>
        _number = int.TryParse(await snapshot.Row<string>(Queries.ReadSetting, new { Name }), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Adds to the counts of a part what they lack, and notes that its days changed.</summary>
    /// <param name="part">The part.</param>
    /// <param name="rows">What is to be added.</param>
    public Task Counts(CountPart part, IReadOnlyCollection<TallyRow> rows) => Do(async session =>
    {
        if (await session.Row<int>(Queries.TakeFoldingTurn) < 0) throw new TimeoutException("Counts were being folded for too long.");
        if (part.Grain == CountPart.Day) await database.AppendTallies(session, rows);
        else await session.RunRows(Queries.AddFolded, [.. rows.Select(r => FoldedRow.Of(part.Grain, r))]);
        // Who holds months in memory may hold them as they were before anything was wrong: a gap in what changed has everybody read them again.
        await session.RunRows(Queries.AppendChange, [ChangeRow.None, ChangeRow.None]);
        await session.Run(Queries.RemoveChanges, new { Kept = 1 });
        if (part.Survey == 0) return;
        if (part.Grain == CountPart.Day) await session.RunRows(Queries.TouchDay, [new UpdatedDay { Survey = part.Survey, Day = part.Start, UpdatedAt = Now }]);
        else await session.Run(Queries.TouchDays, new { part.Survey, part.Days.First, part.Days.Past, UpdatedAt = Now });
        if (part.Grain == CountPart.Day) await session.Run(Queries.RemoveComputed, new { Day = part.Start });
    });

    /// <summary>Notes of days that they changed now.</summary>
    public Task Days(IReadOnlyCollection<UpdatedDay> days) => Do(session => session.RunRows(Queries.TouchDay, [.. days.Select(d => d with { UpdatedAt = Now })]));

    /// <summary>Runs a statement that makes a rule true.</summary>
    public Task Rows(string statement) => Do(session => session.Run(statement));

    /// <summary>Has every text listed anew, some thousands in a transaction.</summary>
    public Task Index() => database.ListAnew(Do);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task Do(Func<Session, Task> work)
    {
        await using var session = (await database.Write()).Patient();
        await session.Run(Queries.InsertSetting, new { Name, Value = "0" });
        var (earlier, next) = (_number, _number + 1);
        if (await session.Run(Queries.RaiseMended, new { Name, Earlier = Text(earlier), Value = Text(next) }) == 0)
            throw new InvalidOperationException("Somebody else is mending the store. Check it again.");
        await work(session);
        await session.Commit();
        _number = next;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A sum as the table of folded counts takes it.</summary>
    internal sealed record FoldedRow(int Variable, int Grain, int Cohort, int Start, int Period, int Value, int Complete, long N, long Weight, long SquaredWeight)
    {
        public static FoldedRow Of(int grain, TallyRow row) => new(row.Key.Variable, grain, row.Key.Cohort, row.Key.Day, row.Key.Period, row.Key.Value, row.Key.Complete, row.N, row.Weight, row.SquaredWeight);
    }

    /// <summary>A change of a month's count.</summary>
    internal sealed record ChangeRow(int Variable, int Cohort, int Start, int Period, int Value, int Complete, long N, long Weight, long SquaredWeight)
    {
        public static ChangeRow None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
