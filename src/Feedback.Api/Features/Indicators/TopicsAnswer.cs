using System.Text.Json.Serialization;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Topics on the wire. Columns of the breakdown stand beside.</summary>
/// <param name="Audience">Whose comments.</param>
/// <param name="Scale">Where shares can lie.</param>
/// <param name="AsOf">When it was worked out; of employees when it was released.</param>
/// <param name="Value">The rows.</param>
/// <param name="NextCursor">For the next page; null on the last.</param>
public sealed record TopicsAnswer(Audience Audience, IndicatorScale Scale, DateTimeOffset AsOf, IReadOnlyList<TopicAnswerRow> Value, string? NextCursor);

/// <param name="Key">Stable for the same row.</param>
/// <param name="Topic">The topic's code.</param>
/// <param name="Title">Its title, in English where there is one.</param>
/// <param name="From">First day; null when open.</param>
/// <param name="To">First day after; null when open.</param>
/// <param name="People">Who mention it; one person counts once. Employees: to the nearest 5, and null where fewer than 3k left a comment.</param>
/// <param name="Share">Percent of the people who left a comment.</param>
/// <param name="Low">Lower 95% limit of the share.</param>
/// <param name="High">Upper 95% limit of the share.</param>
/// <param name="N">People who left a comment.</param>
/// <param name="Sentiment">Percent whose comments on it sound positive less percent negative, of those in English; null where the comments answer more than one question, or too few could be scored.</param>
/// <param name="SentimentLow">Lower 95% limit of the sentiment.</param>
/// <param name="SentimentHigh">Upper 95% limit of the sentiment.</param>
/// <param name="Positive">Percent that sound positive, of those scored.</param>
/// <param name="Neutral">Percent that sound neither way.</param>
/// <param name="Negative">Percent that sound negative.</param>
/// <param name="Keyness">Customers: log-likelihood ratio of the share against that of the period before; null where there is none, and like the next three where fewer than k mentioned it then, or wrote.</param>
/// <param name="LogRatio">Customers: binary logarithm of the ratio of the two shares: 1 is twice as often.</param>
/// <param name="P">Customers: p of the keyness.</param>
/// <param name="PAdjusted">Customers: the same among all topics and groups of the answer (Benjamini and Hochberg).</param>
/// <param name="New">Whether it is mentioned half as often again as in the period before or more, and that is no chance (adjusted p at .05); null where nothing is compared.</param>
/// <param name="Status"><c>released</c> or <c>withheld</c>: fewer than k people mention it, or left a comment.</param>
/// <param name="Bound">Of a small group of employees that nearly all or hardly any mention it: the share is this or more (<c>atLeast</c>), or less (<c>atMost</c>). Null: it is this.</param>
public sealed record TopicAnswerRow(string Key, string Topic, string Title, DateOnly? From, DateOnly? To, long? People, double? Share, double? Low, double? High, long? N,
    double? Sentiment, double? SentimentLow, double? SentimentHigh, double? Positive, double? Neutral, double? Negative,
    double? Keyness, double? LogRatio, double? P, double? PAdjusted, bool? New, Status Status, Bound? Bound)
{
    /// <summary>The dimensions of the breakdown.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Columns { get; init; }
}
