using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Figures.Warnings;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Indicators;

namespace Feedback.Api.Webhooks;

/// <summary>
/// Looks, while anybody wants to hear of it, whether something of customers was unusual in the last whole week: every topic, and every
/// scale and measure that their surveys ask, for everybody and for each unit, as <c>early-warning</c> answers it; and whether the last
/// release of employees brought an alarm of a topic, of which nothing but that is told. An alarm is told of when it begins, once, and
/// not again while it goes on.
/// </summary>
public sealed partial class WarningWatch(Database database, CatalogueCache catalogue, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock, TimeProvider time, ILogger<WarningWatch> logger) : Chore(Pause, time)
{
    /// <summary>How often it looks. Answers of last week may come late.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private static readonly Reading Reading = ReadingCatalogue.Find(new EarlyWarning().Slug)!;

    protected override Task Work(CancellationToken cancellation) => Look(cancellation);

    protected override void Failed(Exception error) => NotLooked(logger, error);

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
        foreach (var measure in WatchedScores.Of(surveys)) alarms.AddRange(await Alarms(scope, Ask(Audience.Customer, surveys) with { Measure = measure }));
        if (surveys.Exists(TopicHistory.Counts)) alarms.AddRange(await Alarms(scope, Ask(Audience.Customer, surveys) with { Topics = TopicRows.All }));
        List<Survey> employees = [.. known.Of(Audience.Employee).Where(s => s.Released.Any() && TopicHistory.Counts(s)).OrderBy(s => s.Key, StringComparer.Ordinal)];
        if (employees.Count > 0) alarms.AddRange(await Alarms(scope, Ask(Audience.Employee, employees) with { Topics = TopicRows.All }));
        return alarms;
    }

    private static IndicatorRequest Ask(Audience audience, IReadOnlyList<Survey> surveys) => new() { Indicator = Reading.Indicator, Audience = audience, Surveys = surveys, NamesSurveys = false };

    /// <summary>The alarms of everybody, and of each unit.</summary>
    private static async Task<List<Alarm>> Alarms(ReadScope scope, IndicatorRequest asked)
    {
        var alarms = new List<Alarm>();
        foreach (var by in (string[][])[[], [ResponseRules.Unit]])
        {
            var request = asked with { By = by };
            request = request with { Surveys = Reading.Asking(asked.Surveys, request) };
            var length = request.Audience == Audience.Customer ? Interval.Week : TimeSpans.GridOf(request.Surveys, request.Audience);
            var period = request.LastReleased() is { } last ? PeriodGrid.TextOf(request.Surveys.First(s => s.Id == last.Survey), last.Number) : null;
            var rows = await IndicatorTable.Read(scope, Reading, request);
            alarms.AddRange(rows.Where(r => r.Figure.Value.Components.GetValueOrDefault("alarm") is true)
                .Select(r => new Alarm(request.Audience, length, request.Measure?.Name, by.Length > 0 ? r.By[0] : null, r) { Period = period }));
        }
        return alarms;
    }

    private async Task Tell(Session session, CatalogueSnapshot known, Alarm alarm)
    {
        var from = alarm.Row.From!.Value;
        var isOfCustomers = alarm.Audience == Audience.Customer;
        var stream = $"{(isOfCustomers ? "customer" : "employee")}/{alarm.Row.Name}";
        var last = await session.Row<int?>(Queries.ReadWarned, new { Stream = stream });
        if (last >= Days.Number(from)) return;
        await session.Run(last is null ? Queries.InsertWarned : Queries.ChangeWarned, new { Stream = stream, Week = Days.Number(from) });
        if (last == Days.Number(TimeSpans.Before(from, alarm.Length))) return;
        await Outbox.Add(session, known.Webhooks, WebhookEvents.WarningRaised, null, isOfCustomers ? OfCustomers(alarm) : OfEmployees(alarm), clock.Now);
    }

    private static object OfCustomers(Alarm alarm)
    {
        var figure = alarm.Row.Figure.Value;
        return new
        {
            audience = "customer",
            stream = alarm.Row.Name,
            unit = alarm.Unit,
            indicator = alarm.Measure,
            topic = alarm.Topic,
            from = alarm.Row.From,
            to = alarm.Row.To,
            figure.Estimate,
            figure.Low,
            figure.High,
            figure.N,
            components = Reading.Indicator.Components.ToDictionary(c => c, c => figure.Components.GetValueOrDefault(c)),
        };
    }

    /// <summary>That there is one, and nothing else (ANONYMITY, R17).</summary>
    private static object OfEmployees(Alarm alarm) =>
        new { audience = "employee", stream = alarm.Row.Name, unit = alarm.Unit, topic = alarm.Topic, period = alarm.Period };

    /// <summary>A stream whose last period is in alarm.</summary>
    private sealed record Alarm(Audience Audience, Interval Length, string? Measure, string? Unit, IndicatorRow Row)
    {
        /// <summary>The released period as people write it; null of customers.</summary>
        public string? Period { get; init; }

        /// <summary>The topic; null for a score.</summary>
        public string? Topic => Measure is null ? TopicStream.TopicOf(Row.Name!) : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scores and topics were not watched; it is tried again")]
    private static partial void NotLooked(ILogger logger, Exception exception);
}
