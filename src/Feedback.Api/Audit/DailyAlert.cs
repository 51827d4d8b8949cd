using System.Diagnostics.Metrics;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Audit;

/// <summary>
/// Tells, once a day, that more rows of employees' figures were withheld than people who look for figures come across: somebody may
/// be searching for small groups. All keys and all processes count together, in the store.
/// </summary>
public sealed partial class DailyAlert(Database database, OrganisationClock clock, ILogger<DailyAlert> logger)
{
    /// <summary>So many withheld rows a day are nothing to tell of.</summary>
    public const int Unremarkable = 500;

    private static readonly Counter<long> Alerts = Ledger.Meter.CreateCounter<long>("feedback.ledger.alerts", "{alert}", "Days with too many rows withheld");

    private readonly HashSet<int> _open = [], _told = [];

    /// <summary>Looks at the days of lines that were just stored. What the store does not tell now is looked at with the next ones.</summary>
    internal async Task Check(IEnumerable<LedgerLine> stored)
    {
        _open.UnionWith(stored.Where(l => l is { Status: LedgerLine.Answered, Withheld: > 0 }).Select(l => l.Day).Where(d => !_told.Contains(d)));
        try
        {
            foreach (var day in _open.ToList()) await Check(day);
        }
        catch (Exception e)
        {
            NotChecked(logger, e);
        }
    }

    private async Task Check(int day)
    {
        long withheld;
        await using (var session = await database.Read()) withheld = await session.Row<long>(Queries.CountWithheld, new { Day = day });
        if (withheld > Unremarkable)
        {
            if (await Add(day, withheld))
            {
                Alerts.Add(1);
                TooManyWithheld(logger, withheld, day);
            }
            _told.Add(day);
        }
        _open.Remove(day);
    }

    /// <summary>False when another process has told of the day before.</summary>
    private async Task<bool> Add(int day, long withheld)
    {
        await using var session = await database.Write();
        await Migrator.TakeTurn(session);
        var added = await session.Run(Queries.AddAlert, new { LoggedAt = clock.Now.ToUnixTimeMilliseconds(), Day = day, Withheld = withheld });
        await session.Commit();
        return added > 0;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Withheld} rows of employees' figures were withheld on {Day}: somebody may be looking for small groups; GET /v1/audit shows who asked for what")]
    private static partial void TooManyWithheld(ILogger logger, long withheld, int day);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The rows withheld today were not counted; they will be with the next")]
    private static partial void NotChecked(ILogger logger, Exception exception);
}
