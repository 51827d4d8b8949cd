using System.Text.Json;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators.Text;

namespace Feedback.Api.Releases;

/// <summary>What somebody wrote in a period: who (a response, not a person's name), in which cohort, and on which item or as what kind of feedback.</summary>
public sealed record WrittenComment(long Person, int Cohort, string? Item, string? Kind, string? Language, string Text)
{
    /// <summary>How it sounds: positive, negative, neutral or unscored.</summary>
    public string Label { get; init; } = Unscored;

    /// <summary>Codes.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public const string Unscored = "unscored";
}

/// <summary>Everything that was written in a period of a survey and in those merged into it, as it was sent. Test responses and what was erased are not in it.</summary>
public sealed class WrittenComments(Survey survey, int period, IReadOnlyList<WrittenComment> all)
{
    public Survey Survey => survey;

    public int Period => period;

    public IReadOnlyList<WrittenComment> All => all;

    /// <summary>Cohort to people who left a comment. One person counts once, however many comments.</summary>
    public IReadOnlyDictionary<int, int> People { get; } = all.Select(c => (c.Person, c.Cohort)).Distinct().CountBy(c => c.Cohort).ToDictionary();

    /// <summary>
    /// Those that a release may show: not the concerns, which champions see as flags at a place of their own. A text that stood at two places would tell of
    /// those few who are in both.
    /// </summary>
    public WrittenComments WithoutConcerns() => new(survey, period, [.. all.Where(c => c.Kind != Survey.Concern)]);

    public static async Task<WrittenComments> Read(Session session, Survey survey, int number)
    {
        var rows = new List<Row>();
        foreach (var period in survey.PartsOf(number))
            rows.AddRange(await session.Rows<Row>(Queries.ReadWrittenComments, new { Survey = survey.Id, Number = period, WithAnswers = survey.IsBuiltIn ? 1 : 0 }));
        return new WrittenComments(survey, number, [.. rows.Select(r => new WrittenComment(
            r.Person, r.Cohort, survey.IsBuiltIn ? null : r.Item, KindOf(r.Answers), r.Language?.ToLowerInvariant(), r.Text)
        {
            Label = CommentReader.CompoundOf(r.Sentiment) is { } compound ? Polarity.LabelOf(compound) : WrittenComment.Unscored,
            Topics = CommentReader.TopicsOf(r.Topics),
        })]);
    }

    private static string? KindOf(string? answers)
    {
        if (answers is null) return null;
        using var document = JsonDocument.Parse(answers);
        return document.RootElement.TryGetProperty(Survey.KindItem, out var kind) ? kind.GetString() : null;
    }

    private sealed class Row
    {
        public long Person { get; init; }
        public int Cohort { get; init; }
        public string? Language { get; init; }
        public string Item { get; init; } = "";
        public string Text { get; init; } = "";
        public int? Sentiment { get; init; }
        public string? Topics { get; init; }
        public string? Answers { get; init; }
    }
}
