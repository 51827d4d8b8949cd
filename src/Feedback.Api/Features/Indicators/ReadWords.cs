using System.Globalization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Figures;
using Feedback.Api.Http;
using Feedback.Api.Http.Lists;
using Feedback.Api.Ingest;
using Feedback.Api.Releases;
using Feedback.Api.Replica;
using Feedback.Indicators;
using Feedback.Indicators.Text;

namespace Feedback.Api.Features.Indicators;

/// <summary>Answers the words that customers use more often than in the period before, the surest first: what is new, whether the dictionary of topics knows it or not.</summary>
public sealed class ReadWords : IEndpoint
{
    /// <summary>A word that is new.</summary>
    /// <param name="Word">In lower case.</param>
    /// <param name="People">Who use it; at least k.</param>
    /// <param name="N">Who wrote in the period.</param>
    /// <param name="Share">Percent of these that use it.</param>
    /// <param name="Low">Lower 95% limit of the share.</param>
    /// <param name="High">Upper 95% limit of the share.</param>
    /// <param name="ShareBefore">Percent that used it in the period before; null where fewer than k did.</param>
    /// <param name="Keyness">Log-likelihood ratio of the two shares (Dunning 1993); null like the next two where a few used it in the period before, fewer than k: they could be worked out.</param>
    /// <param name="LogRatio">Binary logarithm of their ratio: 1 is twice as often.</param>
    /// <param name="PAdjusted">p, adjusted over all words that k people use (Benjamini and Hochberg).</param>
    /// <param name="Topics">The topics of whose terms the word is one; none: a candidate for the dictionary.</param>
    public sealed record WordView(string Word, long People, long N, double Share, double Low, double High, double? ShareBefore, double? Keyness, double? LogRatio, double? PAdjusted, IReadOnlyList<string> Topics);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/topics/words", Handle)
        .WithName("ReadWords")
        .WithTags("Indicators")
        .For(KeyScope.Comments)
        .FromReplica()
        .Query([.. IndicatorRequestReader.ParametersOf(WordTable.Reading)])
        .ProducesList<Page<WordView>>()
        .Problems(400, 401, 403, 404, 503);

    private static async Task<IResult> Handle(HttpContext context, Database database, Cohorts cohorts, FrozenReleases frozen, Settings settings, OrganisationClock clock)
    {
        var listProblem = ListRequest.Read(context, out var asked);
        if (IndicatorRequestReader.Read(context, WordTable.Reading, out var request) is { } problem) return problem;
        if (listProblem is not null) return listProblem;

        await using var session = await context.OpenSnapshot(database);
        await cohorts.CatchUp(session);
        var catalogue = context.Caller().Catalogue;
        var scope = new ReadScope(session, cohorts, catalogue, settings.MinimumGroup, Days.Date(clock.DayOf(context.AsOf(clock)))) { Frozen = frozen, Aborted = context.RequestAborted };
        var (words, people, before) = await WordTable.Read(scope, request!);
        var topics = new TopicDictionary(catalogue.Words.Topics.Select(t => new Topic(catalogue.Words.Numbers[t.Code!], t.Code!, t.Terms!)));
        var ranked = words.Select((word, rank) => (Word: word, Rank: rank.ToString("D9", CultureInfo.InvariantCulture))).ToList();
        return asked.Answer(ranked, r => r.Rank, r => View(r.Word, people, before, request!.MinimumGroup(settings.MinimumGroup), topics));
    }

    private static WordView View(EmergingWord word, long people, long before, int k, TopicDictionary topics)
    {
        var share = Intervals.Share(word.People / (double)people, people);
        var isTold = !Anonymity.IsFew(word.PeopleBefore, k) && !Anonymity.IsFew(before, k);
        return new(word.Word, word.People, people, share.Value, share.Low, share.High, word.PeopleBefore >= k ? 100d * word.PeopleBefore / before : null,
            isTold ? word.Keyness.G2 : null, isTold ? word.Keyness.LogRatio : null, isTold ? word.PAdjusted : null,
            [.. topics.Find(word.Word, TextAnalyst.Undetermined).Select(t => t.Code)]);
    }
}
