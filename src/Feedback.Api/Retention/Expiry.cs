using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators;

namespace Feedback.Api.Retention;

/// <summary>
/// Erases answers when their survey's <c>retentionDays</c> are over, behind those who store: a few at a time, so that it can end and go on anywhere, and
/// several processes may be at it. Employees' are kept until the figures of their period are out.
/// </summary>
public sealed partial class Expiry(Database database, CatalogueCache catalogue, OrganisationClock clock, TimeProvider time, ILogger<Expiry> logger) : Chore(Pause, time)
{
    /// <summary>Responses of one transaction: others wait for it.</summary>
    private const int AtOnce = 200;

    /// <summary>Responses of one look at most: a look reads through all.</summary>
    private const int OfLook = 50_000;

    /// <summary>How often it looks. A look reads through the responses of surveys that have a time.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>So long nothing changes in a store that is used, and so long it is waited in one where nothing did.</summary>
    private static readonly TimeSpan Doubtful = TimeSpan.FromDays(3), Wait = TimeSpan.FromHours(6);

    private long? _doubted;

    protected override Task Work(CancellationToken cancellation) => Look(cancellation);

    protected override void Failed(Exception error) => NotErased(logger, error);

    /// <summary>Erases everything whose time is over, unless the clock is in doubt.</summary>
    /// <returns>How many responses were erased.</returns>
    internal async Task<int> Look(CancellationToken cancellation)
    {
        if (!await IsAhead(cancellation)) return await Run(cancellation);
        Waits(logger);
        return 0;
    }

    /// <summary>
    /// Whether the clock has run ahead of all that the store knows by more than days: nobody may have answered for so long, or the clock is wrong, and what would be
    /// erased under it would be gone. So it is waited for some hours, by a clock that nobody sets.
    /// </summary>
    private async Task<bool> IsAhead(CancellationToken cancellation)
    {
        await using var session = await database.Read(cancellation);
        var isAhead = await session.Row<long?>(Queries.ReadLastUpdate) is { } last && Time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(last) > Doubtful;
        _doubted = isAhead ? _doubted ?? Time.GetTimestamp() : null;
        return _doubted is { } since && Time.GetElapsedTime(since) < Wait;
    }

    /// <summary>Erases everything whose time is over.</summary>
    /// <returns>How many responses were erased.</returns>
    internal async Task<int> Run(CancellationToken cancellation)
    {
        var all = 0;
        var known = await catalogue.Refresh(cancellation);
        foreach (var survey in known.Of(Audience.Customer).Concat(known.Of(Audience.Employee)).Where(s => s.Current.Definition.RetentionDays is not null)) all += await Run(survey, cancellation);
        return all;
    }

    /// <summary>Erases what is due of a survey. What fails there is told, and the others are not kept waiting; the next look tries again.</summary>
    private async Task<int> Run(Survey survey, CancellationToken cancellation)
    {
        var count = 0;
        try
        {
            for (var more = await Step(survey.Id, cancellation); more > 0; more = await Step(survey.Id, cancellation)) count += more;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            NotErasedOf(logger, e, survey.Key);
        }
        if (count > 0) Erased(logger, count, survey.Key);
        return count;
    }

    /// <summary>Erases what one look finds; 0 when nothing is left.</summary>
    private async Task<int> Step(int id, CancellationToken cancellation)
    {
        // Read again: what is in force may have changed.
        var known = await catalogue.Refresh(cancellation);
        var survey = known.Survey(id)!;
        if (survey.Current.Definition.RetentionDays is not { } days) return 0;
        var due = await Due(survey, Days.Number(Days.Date(clock.DayOf(clock.Now)).AddDays(1 - days)), cancellation);
        var count = 0;
        foreach (var some in due.Chunk(AtOnce))
        {
            await using var session = await database.Write(cancellation);
            count += await Expiring.Run(session, some, known, clock.Now);
            await session.Commit();
        }
        return count;
    }

    private async Task<List<long>> Due(Survey survey, int past, CancellationToken cancellation)
    {
        var due = new List<long>();
        await using var session = (await database.Read(cancellation)).Patient();
        await session.Each(Queries.FindDue, new { Survey = survey.Id, Past = past }, row =>
        {
            if (survey.Audience == Audience.Customer || survey.IsOut(Convert.ToInt32(row.GetValue(1), null))) due.Add(row.GetInt64(0));
            return due.Count < OfLook;
        });
        return due;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Answers of {Count} responses to {Survey} were erased, because their time was over; their counts stay")]
    private static partial void Erased(ILogger logger, int count, string survey);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was stored for three days by the clock: if it is right, answers whose time is over are erased six hours after this was first said, or after the next answer")]
    private static partial void Waits(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers to {Survey} whose time is over were not all erased; it is tried again, and other surveys' are")]
    private static partial void NotErasedOf(ILogger logger, Exception exception, string survey);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers whose time is over were not erased; it is tried again")]
    private static partial void NotErased(ILogger logger, Exception exception);
}
