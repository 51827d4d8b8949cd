using System.Text.Json.Serialization;
using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;
using Feedback.Indicators.Text;

namespace Feedback.Api.Features.Comments;

/// <summary>A comment as it is read.</summary>
/// <param name="Key">Stable for the same comment, and telling nothing of it.</param>
/// <param name="Survey">The survey's key; null for unprompted feedback.</param>
/// <param name="Kind">Unprompted feedback: <c>idea</c>, <c>concern</c>, <c>praise</c> or <c>question</c>; null for a survey.</param>
/// <param name="Item">The code of the item it answers; null for unprompted feedback.</param>
/// <param name="Text">Marks such as <c>[email]</c> stand where personal data stood.</param>
/// <param name="Language">Of employees null where fewer than k people of the unit wrote in it; null where it is not clear.</param>
/// <param name="Sentiment">How it sounds.</param>
/// <param name="Topics">What it is about: codes. Of employees those that at least k people of the unit mention.</param>
/// <param name="Month">When it was written: the month, or of employees the released period.</param>
/// <param name="Unit">Of employees the one unit that shows it, null for the whole organisation. Customers' comments have a field for every other dimension too.</param>
public sealed record CommentView(
    string Key, string? Survey, string? Kind, string? Item, string Text, string? Language, CommentSentiment Sentiment, IReadOnlyList<string> Topics, string Month, string? Unit)
{
    /// <summary>Customers: the response's other dimensions, a field each.</summary>
    [JsonExtensionData]
    public IDictionary<string, object?>? Dimensions { get; init; }

    internal static CommentView Of(ReleasedComment comment, Survey survey, Seal seal) => new(
        seal.Comment(survey.Id, comment.Period, comment.Place), survey.IsBuiltIn ? null : survey.Key, comment.Kind, comment.Item, comment.Text, comment.Language,
        new(comment.Sentiment ?? CommentSentiment.Unscored, null), CommentReader.TopicsOf(comment.Topics), PeriodGrid.TextOf(survey, comment.Period), comment.Unit);
}

/// <summary>How a comment sounds.</summary>
/// <param name="Label"><c>positive</c>, <c>negative</c>, <c>neutral</c>, or <c>unscored</c>: English alone is scored. Of employees unscored too where fewer than k people of the unit sound so.</param>
/// <param name="Compound">From -1 to 1; null where it is not scored, and for employees always.</param>
public sealed record CommentSentiment(string Label, double? Compound)
{
    internal const string Unscored = "unscored";

    /// <summary>Of a stored score.</summary>
    internal static CommentSentiment Of(int? sentiment) =>
        CommentReader.CompoundOf(sentiment) is { } compound ? new(Polarity.LabelOf(compound), compound) : new(Unscored, null);
}
