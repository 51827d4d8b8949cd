using System.Diagnostics;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Api.Texts;
using Feedback.Indicators.Tests.Text;
using Microsoft.Extensions.Logging.Abstractions;

namespace Feedback.Benchmarks;

/// <summary>Stores responses with a rating and a text each in this process, through the service's own reader of texts and writer.</summary>
internal static class CommentFill
{
    public const string Survey = "words";

    public const string Definition = """
        {"audience":"customer","title":"Comments","dimensions":["channel"],"items":[
        {"code":"nps","kind":"rating","low":0,"high":10,"measures":"recommend"},{"code":"why","kind":"text","text":"Why?"}]}
        """;

    private static readonly string[] Texts = [.. RatedSentences.Read("amazon").Select(sentence => sentence.Text)];

    /// <summary>Responses a second, from the first to the last commit.</summary>
    /// <param name="database">The survey and the units are in it.</param>
    /// <param name="count">How many.</param>
    /// <param name="isListing">Whether comments are listed meanwhile, as in the service.</param>
    public static async Task<double> Run(SqliteDatabase database, int count, bool isListing)
    {
        var (inbox, snapshot) = (new Inbox(), await new CatalogueCache(database).Refresh());
        var survey = snapshot.Survey(Survey)!;
        var (clock, seal) = (new OrganisationClock(TimeProvider.System, TimeZoneInfo.Utc), new Seal(new byte[32]));
        var texts = new CommentReaders(seal).For(snapshot.Words);
        using var writer = new Writer(database, new Cohorts(), inbox, TimeProvider.System, NullLogger<Writer>.Instance);
        using var listing = new Listing(database, NullLogger<Listing>.Instance);
        await writer.StartAsync(default);
        if (isListing) await listing.StartAsync(default);
        var (watch, last) = (Stopwatch.StartNew(), Task.CompletedTask);
        for (var start = 0; start < count; start += 2_000)
        {
            var submission = new Submission([.. Enumerable.Range(start, Math.Min(2_000, count - start)).AsParallel().AsOrdered().Select(i => Make(survey, i, seal, clock, texts, snapshot.Stamp))]);
            await inbox.Post(submission, default);
            last = submission.Committed;
        }
        await last;
        var rate = count / watch.Elapsed.TotalSeconds;
        await listing.StopAsync(default);
        await writer.StopAsync(default);
        return rate;
    }

    private static NewResponse Make(Survey survey, int i, Seal seal, OrganisationClock clock, CommentReader texts, long stamp)
    {
        var draft = new ResponseDraft(survey, survey.Current) { AnsweredAt = new DateTimeOffset(Sample.Day(i % Sample.Days).ToDateTime(new TimeOnly(10, 15)), TimeSpan.Zero), Language = "en" };
        draft.About[Array.IndexOf(survey.Dimensions, "unit")] = $"u{i % Sample.Units}";
        draft.About[Array.IndexOf(survey.Dimensions, "channel")] = $"c{i / Sample.Units % Sample.Channels}";
        draft.Rate(survey.Current.Find("nps")!, Sample.Value(i, 9));
        draft.Write(survey.Current.Find("why")!, Texts[i % Texts.Length]);
        return draft.Finish(seal, clock, texts, stamp);
    }
}
