using System.Text.Json.Serialization;
using Feedback.Indicators;

namespace Feedback.Api.Features.Indicators;

/// <summary>Every item's answers on the wire. Columns of the breakdown stand beside.</summary>
/// <param name="Audience">Whose answers.</param>
/// <param name="Scale">Where means can lie.</param>
/// <param name="AsOf">When it was worked out; of employees when it was released.</param>
/// <param name="Value">The rows.</param>
/// <param name="NextCursor">For the next page; null on the last.</param>
public sealed record ItemsAnswer(Audience Audience, IndicatorScale Scale, DateTimeOffset AsOf, IReadOnlyList<ItemAnswerRow> Value, string? NextCursor);

/// <param name="Key">Stable for the same row, and that of the row of <c>item</c>.</param>
/// <param name="Survey">The survey's key.</param>
/// <param name="Item">The item's code.</param>
/// <param name="Kind"><c>rating</c> or <c>choice</c>.</param>
/// <param name="Measure">What it measures; null for nothing that is registered.</param>
/// <param name="From">First day; null when open.</param>
/// <param name="To">First day after; null when open.</param>
/// <param name="Mean">Of a rating, on 0 to 100 after reverse-keying; null for a choice.</param>
/// <param name="Low">Lower 95% limit of the mean.</param>
/// <param name="High">Upper 95% limit of the mean.</param>
/// <param name="Sd">Standard deviation, on 0 to 100; of fewer than 3k employees null.</param>
/// <param name="TopBox">Percent of the answers that are one of the two highest after reverse-keying; of fewer than 3k employees null.</param>
/// <param name="Distribution">Of customers, how often each answer was given; null for employees, and where fewer than k answered.</param>
/// <param name="N">People who answered the item.</param>
/// <param name="Status"><c>released</c> or <c>withheld</c>.</param>
/// <param name="Bound">Of a small group of employees whose answers lie near an end of the scale: the mean is this or more (<c>atLeast</c>), or less (<c>atMost</c>). Null: it is this.</param>
public sealed record ItemAnswerRow(string Key, string Survey, string Item, string Kind, string? Measure, DateOnly? From, DateOnly? To,
    double? Mean, double? Low, double? High, double? Sd, double? TopBox, IReadOnlyList<AnswerShare>? Distribution, long? N, Status Status, Bound? Bound)
{
    /// <summary>The dimensions of the breakdown.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?>? Columns { get; init; }
}
