using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Releases;

/// <summary>
/// Closes and releases periods of the calendar by itself, so many days after their end as the setting says; waves are closed by
/// hand. Without the setting it does nothing.
/// </summary>
public sealed partial class ReleaseSchedule(Database database, CatalogueCache catalogue, ReleaseRunner runner, Settings settings, OrganisationClock clock, TimeProvider time, ILogger<ReleaseSchedule> logger) : Chore(Pause, time)
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override Task Work(CancellationToken cancellation) => settings.ReleaseAfterDays is { } days ? ReleaseDue(days, cancellation) : Task.CompletedTask;

    protected override void Failed(Exception error) => NotReleased(logger, error);

    /// <summary>Closes what is due, and asks for its release.</summary>
    internal async Task ReleaseDue(int days, CancellationToken cancellation)
    {
        var due = await Due(days, cancellation);
        if (due.Count == 0) return;
        await using (var session = await database.Write(cancellation))
        {
            await session.Run(Queries.RaiseStamp);
            foreach (var (survey, number) in due)
            {
                // Read again: closing one period of a survey may merge it into the next one that is due.
                var catalogueNow = await CatalogueReader.Read(session);
                var current = catalogueNow.Survey(survey)!;
                await PeriodClosing.Close(session, current, number, catalogueNow.Units, current.MinimumGroup ?? settings.MinimumGroup, null, clock);
            }
            await session.Commit();
        }
        var closed = await catalogue.Refresh(cancellation);
        foreach (var (survey, number) in due.Where(d => closed.Survey(d.Survey)!.Periods.GetValueOrDefault(d.Number)?.State == PeriodState.Closed)) runner.Ask(survey, number);
    }

    /// <summary>Open periods in which anybody answered and that ended so many days ago, the earliest first.</summary>
    private async Task<List<(int Survey, int Number)>> Due(int days, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        var people = await PeriodClosing.PeopleIn(session);
        var today = Days.Date(clock.DayOf(clock.Now));
        return [.. (await catalogue.Refresh(cancellation)).Of(Audience.Employee).Where(s => s.Grid != PeriodGrid.Wave)
            .SelectMany(s => people.GetValueOrDefault(s.Id, []).Keys.Where(n => !s.Periods.ContainsKey(n) && CalendarPeriods.Of(n).To.AddDays(days) <= today).Select(n => (s.Id, n)))
            .OrderBy(d => d.n)];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Periods that are due were not released; it is tried again")]
    private static partial void NotReleased(ILogger logger, Exception exception);
}
