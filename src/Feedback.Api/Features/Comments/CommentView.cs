using Feedback.Api.Catalogue;
using Feedback.Api.Data;
using Feedback.Api.Ingest;

namespace Feedback.Api.Features.Comments;

/// <summary>A comment as it is read.</summary>
/// <param name="Key">Stable for the same comment, and telling nothing of it.</param>
/// <param name="Survey">The survey's key; null for unprompted feedback.</param>
/// <param name="Kind">Unprompted feedback: <c>idea</c>, <c>concern</c>, <c>praise</c> or <c>question</c>; null for a survey.</param>
/// <param name="Item">The code of the item it answers; null for unprompted feedback.</param>
/// <param name="Text">Marks such as <c>[email]</c> stand where personal data stood.</param>
/// <param name="Language">As the form said; null where it did not, or fewer than k people of the unit wrote in it.</param>
/// <param name="Sentiment">How it sounds.</param>
/// <param name="Topics">What it is about; nothing yet.</param>
/// <param name="Month">The released period it was written for.</param>
/// <param name="Unit">The one unit that shows it; null for the whole organisation.</param>
public sealed record CommentView(
    string Key, string? Survey, string? Kind, string? Item, string Text, string? Language, CommentSentiment Sentiment, IReadOnlyList<string> Topics, string Month, string? Unit)
{
    internal static CommentView Of(ReleasedComment comment, Survey survey, Seal seal) => new(
        seal.Comment(survey.Id, comment.Period, comment.Place), survey.IsBuiltIn ? null : survey.Key, comment.Kind, comment.Item, comment.Text, comment.Language,
        CommentSentiment.Unscored, [], PeriodGrid.TextOf(survey, comment.Period), comment.Unit);
}

/// <summary>How a comment sounds.</summary>
/// <param name="Label"><c>unscored</c>: sentiment is not worked out yet.</param>
/// <param name="Compound">From -1 to 1; null where it is not scored, and for employees always.</param>
public sealed record CommentSentiment(string Label, double? Compound)
{
    internal static CommentSentiment Unscored { get; } = new("unscored", null);
}
