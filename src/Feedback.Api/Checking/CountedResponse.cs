using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Checking;

/// <summary>A response and what it has to have added to the counts.</summary>
/// <param name="Survey">Id of its survey.</param>
/// <param name="Day">yyyymmdd.</param>
/// <param name="Period">As the store has it.</param>
/// <param name="Cohort">Id of its cohort.</param>
/// <param name="Weight">Whole 1e-4.</param>
/// <param name="Tallies">Null where what is stored cannot be read as answers to its survey.</param>
internal readonly record struct CountedResponse(int Survey, int Day, int Period, int Cohort, long Weight, IReadOnlyCollection<Data.Tally>? Tallies)
{
    /// <summary>What one person of this weight adds.</summary>
    public CountSum Sum => new(1, Weight, Weight * Weight);

    public TallyKey KeyOf(in Data.Tally tally) => new(tally.Variable, Cohort, Day, Period, tally.Value, tally.Complete ? 1 : 0);

    /// <summary>The responses whose day lies within bounds, one by one as they come from the store. Those that lack what has to be known of them have no counts; without a survey it is 0.</summary>
    /// <param name="session">The snapshot.</param>
    /// <param name="catalogue">Of the same snapshot.</param>
    /// <param name="first">First day, yyyymmdd.</param>
    /// <param name="past">First number after the last day.</param>
    public static async IAsyncEnumerable<CountedResponse> Read(Session session, CatalogueSnapshot catalogue, int first, int past)
    {
        Row? last = null;
        var comments = new List<NewComment>();
        await foreach (var row in session.Stream<Row>(Queries.ReadCounted, new { First = first, Past = past }))
        {
            if (last is not null && row.Seq != last.Seq)
            {
                yield return last.Counted(catalogue, comments);
                comments.Clear();
            }
            last = row;
            if (row.Variable is { } variable) comments.Add(new NewComment { Variable = variable, Topics = row.Topics, Sentiment = row.Sentiment, Analysis = row.Analysis ?? 0 });
        }
        if (last is not null) yield return last.Counted(catalogue, comments);
    }

    /// <summary>A response with one of its texts, if it has any.</summary>
    private sealed class Row
    {
        public long Seq { get; init; }
        public int? Survey { get; init; }
        public int? Version { get; init; }
        public int Day { get; init; }
        public int? Period { get; init; }
        public int? Cohort { get; init; }
        public int? Delay { get; init; }
        public long? Weight { get; init; }
        public string? Answers { get; init; }
        public int? Variable { get; init; }
        public string? Topics { get; init; }
        public int? Sentiment { get; init; }
        public int? Analysis { get; init; }

        private bool IsWhole => Survey is not null && Version is not null && Period is not null && Cohort is not null && Weight is not null && Answers is not null;

        public CountedResponse Counted(CatalogueSnapshot catalogue, List<NewComment> comments) =>
            IsWhole ? new(Survey!.Value, Day, Period!.Value, Cohort!.Value, Weight!.Value, Tallies(catalogue, comments)) : new(Survey ?? 0, Day, 0, 0, 0, null);

        private IReadOnlyCollection<Data.Tally>? Tallies(CatalogueSnapshot catalogue, List<NewComment> comments)
        {
            if (catalogue.Survey(Survey!.Value) is not { } survey || survey.Version(Version!.Value) is not { } version) return null;
            if (Recount.Of(survey, version, Answers!, Delay) is not { } chosen) return null;
            if (!comments.TrueForAll(c => version.Items.Any(i => i.Kind == ItemKind.Text && i.Variable == c.Variable))) return null;
            // Stored before topics were counted, and not read again since: they add nothing yet.
            if (!comments.Exists(c => c.Analysis > 0)) return chosen;
            var numbers = catalogue.Words.Numbers;
            return comments.TrueForAll(c => CommentReader.TopicsOf(c.Topics).All(numbers.ContainsKey)) ? [.. chosen, .. CommentCounts.Of(version, comments, numbers)] : null;
        }
    }
}
