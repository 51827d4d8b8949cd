using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Webhooks;

/// <summary>
/// Looks, while anybody wants to hear of it, whether a score of customers has left its usual range in the last whole week: every
/// scale and measure that their surveys ask, for everybody and for each unit, as <c>early-warning</c> answers it. An alarm is told of
/// when it begins, once, and not again while it goes on.
/// </summary>
public sealed partial class WarningWatch(Database database, CatalogueCache catalogue, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock, ILogger<WarningWatch> logger) : BackgroundService
{
    /// <summary>How often it looks. Answers of last week may come late.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private static readonly Reading Reading = ReadingCatalogue.Find(new EarlyWarning().Slug)!;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotLooked(logger, e);
            }
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Tells of the alarms that have begun.</summary>
    /// <returns>How many streams are in alarm.</returns>
    internal async Task<int> Look(CancellationToken cancellation)
    {
        var known = await catalogue.Refresh(cancellation);
        if (!known.Webhooks.Any(w => w.Wants(WebhookEvents.WarningRaised, null))) return 0;
        var alarms = await Alarms(known, cancellation);
        if (alarms.Count == 0) return 0;
        await using var session = await database.Write(cancellation);
        // Two processes look at the same streams; one of them tells.
        await Migrator.TakeTurn(session);
        foreach (var alarm in alarms) await Tell(session, known, alarm);
        await session.Commit();
        return alarms.Count;
    }

    private async Task<List<Alarm>> Alarms(CatalogueSnapshot known, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        await cohorts.CatchUp(session);
        var scope = new ReadScope(session, cohorts, known, settings.MinimumGroup, Days.Date(clock.DayOf(clock.Now))) { Frozen = frozen, Aborted = cancellation };
        var alarms = new List<Alarm>();
        List<Survey> surveys = [.. known.Of(Audience.Customer).OrderBy(s => s.Key, StringComparer.Ordinal)];
        foreach (var measure in WatchedScores.Of(surveys))
        {
            foreach (var by in (string[][])[[], [ResponseRules.Unit]])
            {
                var request = new IndicatorRequest { Indicator = Reading.Indicator, Audience = Audience.Customer, Surveys = surveys, NamesSurveys = false, Measure = measure, By = by };
                request = request with { Surveys = Reading.Asking(surveys, request) };
                var rows = await IndicatorTable.Read(scope, Reading, request);
                alarms.AddRange(rows.Where(r => r.Figure.Value.Components.GetValueOrDefault("alarm") is true).Select(r => new Alarm(measure.Name, by.Length > 0 ? r.By[0] : null, r)));
            }
        }
        return alarms;
    }

    private async Task Tell(Session session, CatalogueSnapshot known, Alarm alarm)
    {
        var week = Days.Number(alarm.Row.From!.Value);
        var stream = $"customer/{alarm.Row.Name}";
        var last = await session.Row<int?>(Queries.ReadWarned, new { Stream = stream });
        if (last >= week) return;
        await session.Run(last is null ? Queries.InsertWarned : Queries.ChangeWarned, new { Stream = stream, Week = week });
        if (last == Days.Number(alarm.Row.From.Value.AddDays(-7))) return;
        var figure = alarm.Row.Figure.Value;
        await Outbox.Add(session, known.Webhooks, WebhookEvents.WarningRaised, null, new
        {
            audience = "customer",
            stream = alarm.Row.Name,
            unit = alarm.Unit,
            indicator = alarm.Measure,
            from = alarm.Row.From,
            to = alarm.Row.To,
            figure.Estimate,
            figure.Low,
            figure.High,
            figure.N,
            components = Reading.Indicator.Components.ToDictionary(c => c, c => figure.Components.GetValueOrDefault(c)),
        }, clock.Now);
    }

    /// <summary>A stream whose last week is in alarm.</summary>
    private sealed record Alarm(string Measure, string? Unit, IndicatorRow Row);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scores were not watched; it is tried again")]
    private static partial void NotLooked(ILogger logger, Exception exception);
}
