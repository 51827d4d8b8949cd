using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;
using Feedback.Api.Audit;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Releases;

/// <summary>How far a release is.</summary>
/// <param name="Done">Bases that are audited.</param>
/// <param name="Of">All bases; 0 before they are known.</param>
/// <param name="Seconds">Since it began.</param>
/// <param name="HasFailed">Whether it ended without a release; the log says why, and asking for it again tries again.</param>
public sealed record ReleaseProgress(int Done, int Of, double Seconds, bool HasFailed = false);

/// <summary>
/// Publishes closed periods one after the other, behind the readers' backs. Everything of one survey's period is stored in one
/// transaction: a crash leaves it closed, and the next start takes it up again. What was worked out on a snapshot that somebody
/// has erased from meanwhile is worked out anew.
/// </summary>
public sealed partial class ReleaseRunner(Database database, Cohorts cohorts, CatalogueCache catalogue, Settings settings, OrganisationClock clock, ILogger<ReleaseRunner> logger) : BackgroundService
{
    private const int MostTries = 5;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Channel<(int Survey, int Number)> _asked = Channel.CreateUnbounded<(int, int)>();
    private readonly ConcurrentDictionary<(int Survey, int Number), (ReleaseProgress Progress, long Started)> _running = new();

    /// <summary>Publishes a closed period soon.</summary>
    public void Ask(int survey, int number) => _asked.Writer.TryWrite((survey, number));

    /// <summary>How far a period's release is in this process; null while it waits.</summary>
    public ReleaseProgress? ProgressOf(int survey, int number) => _running.TryGetValue((survey, number), out var running)
        ? running.Progress with { Seconds = Math.Round(Stopwatch.GetElapsedTime(running.Started).TotalSeconds, 1) } : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var survey in (await catalogue.Refresh(stoppingToken)).Of(Feedback.Indicators.Audience.Employee))
        {
            foreach (var left in survey.Periods.Values.Where(p => p.State == PeriodState.Closed)) Ask(survey.Id, left.Number);
        }
        await foreach (var (survey, number) in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Publish(survey, number, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotReleased(logger, e, survey, number);
                ReleaseMeters.Ended("failed", _running.TryGetValue((survey, number), out var running) ? running.Started : Stopwatch.GetTimestamp());
                _running[(survey, number)] = (new ReleaseProgress(0, 0, 0, HasFailed: true), Stopwatch.GetTimestamp());
                if (database.IsTransient(e)) _ = AskLater(survey, number, stoppingToken);
            }
        }
    }

    /// <summary>Works a closed period out and stores it.</summary>
    public async Task Publish(int surveyId, int number, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var span = ReleaseMeters.Source.StartActivity("release");
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var survey = (await catalogue.Refresh(cancellation)).Survey(surveyId)!;
            if (survey.Periods.GetValueOrDefault(number)?.State != PeriodState.Closed) break;
            _running[(surveyId, number)] = (new ReleaseProgress(0, 0, 0), started);
            var release = await Build(survey, number, started, cancellation);
            span?.SetTag("feedback.survey", survey.Key).SetTag("feedback.bases", release.Bases.Count);
            if (!await Store(survey, number, release, started, cancellation)) continue;
            ReleaseMeters.Ended("released", started);
            break;
        }
        await catalogue.Refresh(cancellation);
        _running.TryRemove((surveyId, number), out _);
    }

    private async Task<BuiltRelease> Build(Survey survey, int number, long started, CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        await cohorts.CatchUp(session);
        var tree = FrozenPeriod.Parse((await session.Row<string>(Queries.ReadFrozen, new { Survey = survey.Id, Number = number }))!).Tree;
        var counts = await PeriodCounts.Read(session, survey, number);
        var minimumGroup = survey.MinimumGroup ?? settings.MinimumGroup;
        var written = await WrittenComments.Read(session, survey, number);
        var invited = await InvitedTo(session, survey, number);
        var drivers = await DeclaredDrivers.Work(session, survey, number, minimumGroup, tree.Headcount(), cancellation);
        var rows = new Dictionary<string, string>([.. drivers, .. await FlagPeriod.Work(session, survey, number, cohorts, tree.Headcount())], StringComparer.Ordinal);
        return new ReleaseBuilder(survey, tree, cohorts.Of(survey.Id), minimumGroup).Build(counts, written, invited, rows, (done, of) => Tell(survey.Id, number, done, of, started), cancellation);
    }

    private void Tell(int survey, int number, int done, int of, long started)
    {
        _running[(survey, number)] = (new ReleaseProgress(done, of, 0), started);
        ReleaseMeters.Audited(done, of);
    }

    /// <summary>Cohort to people who were invited on a day of the period, or of one that was merged into it.</summary>
    private static async Task<Dictionary<int, int>> InvitedTo(Session session, Survey survey, int number)
    {
        var counts = new List<InvitationCount>();
        foreach (var part in survey.PartsOf(number).Select(p => survey.Periods[p])) counts.AddRange(await Invitations.Read(session, [survey.Id], part.FirstDay, part.PastDay));
        return counts.GroupBy(c => c.Cohort).ToDictionary(c => c.Key, c => c.Sum(i => i.N));
    }

    /// <summary>False where the answers are not those any more that the release was worked out on.</summary>
    private async Task<bool> Store(Survey survey, int number, BuiltRelease release, long started, CancellationToken cancellation)
    {
        await using var session = await database.Write(cancellation);
        await session.Run(Queries.RaiseStamp);
        // The period is closed, so that its answers can only become fewer.
        if (await PeriodClosing.PeopleIn(session, survey, number) != release.People) return false;
        var now = clock.Now.ToUnixTimeMilliseconds();
        var summary = JsonSerializer.Serialize(new ReleaseSummary(release.People, Stopwatch.GetElapsedTime(started).TotalSeconds, release.Audited), Json);
        if (await session.Run(Queries.ReleasePeriod, new { Survey = survey.Id, Number = number, ReleasedAt = now, release.Hash, release.Frozen, Summary = summary }) == 0) return true;
        foreach (var (name, content) in release.Bases) await session.Run(Queries.InsertBase, new { Survey = survey.Id, Number = number, Base = name, Content = content });
        foreach (var (question, figures) in release.Rows) await session.Run(Queries.InsertRows, new { Survey = survey.Id, Number = number, Question = question, Figures = figures });
        await CommentRelease.Store(session, release.Comments);
        var period = survey.Periods[number];
        await Outbox.AddReleased(session, survey, PeriodGrid.TextOf(survey, number), period.From, period.To, DateTimeOffset.FromUnixTimeMilliseconds(now));
        await LineOf(survey, release, Stopwatch.GetElapsedTime(started)).Log(session, clock, period.ClosedBy, "ReleasePeriod", PeriodGrid.TextOf(survey, number));
        await session.Commit();
        Released(logger, survey.Key, number, release.Bases.Count, release.Audited.Values.Sum(a => a.Released), Stopwatch.GetElapsedTime(started).TotalSeconds);
        return true;
    }

    private static AuditedRelease LineOf(Survey survey, BuiltRelease release, TimeSpan time)
    {
        var bases = release.Audited.Values.ToList();
        return new(survey.Key, bases.Sum(b => b.Candidates), bases.Sum(b => b.Released), bases.Sum(b => b.Refused), bases.Sum(b => b.ProtectedSets),
            [.. bases.SelectMany(b => b.Primes).Distinct()], Math.Round(time.TotalSeconds, 3), release.Hash);
    }

    private async Task AskLater(int survey, int number, CancellationToken cancellation)
    {
        await Task.Delay(TimeSpan.FromSeconds(5), cancellation);
        Ask(survey, number);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Released period {Number} of {Survey}: {Bases} bases, {Cells} cells, {Seconds} s")]
    private static partial void Released(ILogger logger, string survey, int number, int bases, int cells, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Period {Number} of survey {Survey} was not released; it stays closed and is tried again at the next start, or when it is asked for")]
    private static partial void NotReleased(ILogger logger, Exception exception, int survey, int number);
}

/// <summary>What a publication counted; for operators, never for readers.</summary>
public sealed record ReleaseSummary(long People, double Seconds, IReadOnlyDictionary<string, AuditedBase> Bases);
