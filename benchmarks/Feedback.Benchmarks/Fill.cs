using System.Diagnostics;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Benchmarks;

/// <summary>Fills a store in this process through the service's own writer, so that raw answers and counts are those of real posts.</summary>
internal static class Fill
{
    /// <summary>Stores so many responses; the survey and the units must be there.</summary>
    /// <param name="folder">Of the store.</param>
    /// <param name="count">How many.</param>
    /// <param name="placeOf">The unit, the channel and the day of each; those of the sample when null.</param>
    public static async Task Run(string folder, int count, Func<int, (int Unit, int Channel, DateOnly Day)>? placeOf = null)
    {
        placeOf ??= i => (i % Sample.Units, i / Sample.Units % Sample.Channels, Sample.Day(i % Sample.Days));
        await using var database = new SqliteDatabase($"Data Source={Path.Combine(folder, "feedback.db")}");
        var (cohorts, inbox, catalogue) = (new Cohorts(), new Inbox(), new CatalogueCache(database));
        var snapshot = await catalogue.Refresh();
        var survey = snapshot.Survey(Sample.Survey)!;
        var (clock, seal) = (new OrganisationClock(TimeProvider.System, TimeZoneInfo.Utc), new Seal(new byte[32]));
        var texts = new CommentReaders(seal).For(snapshot.Words);
        using var writer = new Writer(database, cohorts, inbox, TimeProvider.System, NullLogger<Writer>.Instance);
        await writer.StartAsync(default);
        var watch = Stopwatch.StartNew();
        var last = Task.CompletedTask;
        for (var start = 0; start < count; start += 2_000)
        {
            var submission = new Submission([.. Enumerable.Range(start, Math.Min(2_000, count - start)).AsParallel().AsOrdered().Select(i => Make(survey, i, placeOf(i), seal, clock, texts, snapshot.Stamp))]);
            await inbox.Post(submission, default);
            last = submission.Committed;
        }
        await last;
        Console.Error.WriteLine($"{count:N0} responses filled at {count / watch.Elapsed.TotalSeconds:N0}/s; folding");
        while (await Left(database) > 0) await Task.Delay(200);
        await writer.StopAsync(default);
    }

    /// <summary>The same responses in groups, checked and ready to be stored; the survey and the units must be there.</summary>
    public static List<NewResponse[]> Groups(CatalogueSnapshot snapshot, int count, int size, Func<int, (int Unit, int Channel, DateOnly Day)> placeOf)
    {
        var survey = snapshot.Survey(Sample.Survey)!;
        var (clock, seal) = (new OrganisationClock(TimeProvider.System, TimeZoneInfo.Utc), new Seal(new byte[32]));
        var texts = new CommentReaders(seal).For(snapshot.Words);
        return [.. Enumerable.Range(0, count).Select(i => Make(survey, i, placeOf(i), seal, clock, texts, snapshot.Stamp)).Chunk(size)];
    }

    private static NewResponse Make(Survey survey, int i, (int Unit, int Channel, DateOnly Day) place, Seal seal, OrganisationClock clock, CommentReader texts, long stamp)
    {
        var draft = new ResponseDraft(survey, survey.Current) { AnsweredAt = new DateTimeOffset(place.Day.ToDateTime(new TimeOnly(10, 15)), TimeSpan.Zero), Language = "en" };
        draft.About[Array.IndexOf(survey.Dimensions, "unit")] = $"u{place.Unit}";
        draft.About[Array.IndexOf(survey.Dimensions, "channel")] = $"c{place.Channel}";
        foreach (var item in survey.Current.Items) draft.Rate(item, Sample.Value(i, item.Position));
        return draft.Finish(seal, clock, texts, stamp);
    }

    private static async Task<long> Left(SqliteDatabase database)
    {
        await using var session = await database.Read();
        return (await session.Rows<int>(Queries.ReadFreshDays)).Count;
    }
}
