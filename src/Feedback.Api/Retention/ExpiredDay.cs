using Feedback.Api.Checking;
using Feedback.Api.Data;

namespace Feedback.Api.Retention;

/// <summary>What is known of the answers of a survey's day that were erased because their time was over: how many, and the print of their counts.</summary>
internal sealed record ExpiredDay
{
    public int Survey { get; init; }

    /// <summary>yyyymmdd.</summary>
    public int Day { get; init; }
    public long Responses { get; init; }
    public long N { get; init; }
    public long Weight { get; init; }
    public long SquaredWeight { get; init; }

    public CountPrint Print => new(N, Weight, SquaredWeight);

    /// <summary>Adds answers to what is known of the day, in the session's transaction.</summary>
    /// <exception cref="InvalidOperationException">Another process has just done so; nothing is lost when the transaction ends here.</exception>
    public async Task Add(Session session)
    {
        if (await session.Row<ExpiredDay>(Queries.FindExpiredDay, new { Survey, Day }) is not { } known)
        {
            await session.Run(Queries.InsertExpiredDay, new { Survey, Day, Responses, N, Weight, SquaredWeight });
            return;
        }
        var print = known.Print;
        print.Add(Print);
        var row = new { Survey, Day, Responses = known.Responses + Responses, print.N, print.Weight, print.SquaredWeight, Earlier = known.Responses };
        if (await session.Run(Queries.ChangeExpiredDay, row) == 0) throw new InvalidOperationException("Another process erased answers of the same day.");
    }
}
